// SPDX-License-Identifier: GPL-3.0-or-later
// A large OpenAPI document to a searchable list, and a word in a large answer.
//   bench_documents OPENAPI ANSWER [NOTE]
#include "app/json/json_index.h"
#include "app/json/json_search.h"
#include "app/operations/openapi_reader.h"
#include "tests/benchmarks/row.h"

#include <QCoreApplication>
#include <QFile>

#include <simdjson.h>

#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read.", qPrintable(path));
    return file.readAll();
}

double megabytes(const QByteArray &text)
{
    return std::round(static_cast<double>(text.size()) / 1e6);
}

double parseMs(const simdjson::padded_string &text)
{
    // A parser of its own: what it allocates belongs to the parse.
    return millisecondsOf([&text] {
        simdjson::dom::parser parser;
        if (parser.parse(text).error() != simdjson::SUCCESS)
            qFatal("The reference cannot read the document.");
    });
}

void measureOpenApi(const QByteArray &document, const QString &note)
{
    const simdjson::padded_string padded(document.constData(), static_cast<size_t>(document.size()));
    QList<double> figures;
    QList<double> references;
    qsizetype operations = 0;
    qsizetype found = 0;
    for (int i = 0; i < 5; ++i) {
        references << parseMs(padded);
        figures << millisecondsOf([&] {
            const Result<OperationCatalog> catalog = readOpenApi(document);
            if (!catalog)
                qFatal("%s", qPrintable(catalog.error().message()));
            operations = catalog->operations().size();
            found = catalog->search(u"repos issues list"_s).size();
        });
    }
    print({u"%1 MB OpenAPI document to a searchable list"_s.arg(megabytes(document)), median(figures), u"ms"_s,
           median(references), u"simdjson DOM"_s, 5,
           u"%1 operations, %2 found%3"_s.arg(operations).arg(found).arg(note)});
}

/// The hits as the window counts them: in names and scalars only, case ignored.
qsizetype countHits(const JsonIndex &index, const QByteArray &word)
{
    const JsonSearch search(word, Qt::CaseInsensitive);
    qsizetype hits = 0;
    for (auto hit = nextHit(index, search, 0); hit; hit = nextHit(index, search, hit->offset + search.length()))
        ++hits;
    return hits;
}

qsizetype countByMemmem(const QByteArray &text, const QByteArray &word)
{
    qsizetype hits = 0;
    const char *at = text.constData();
    const char *end = at + text.size();
    while (true) {
        const void *found =
            ::memmem(at, static_cast<size_t>(end - at), word.constData(), static_cast<size_t>(word.size()));
        if (!found)
            return hits;
        ++hits;
        at = static_cast<const char *>(found) + word.size();
    }
}

void measureSearch(const QByteArray &answer, const QString &note)
{
    const Result<JsonIndexed> indexed = JsonIndex::build(answer, {});
    if (!indexed || !*indexed)
        qFatal("The answer cannot be read.");
    for (const QByteArray &word : {"codespace"_ba, "no such word"_ba}) {
        QList<double> figures;
        QList<double> references;
        qsizetype hits = 0;
        qsizetype plain = 0;
        for (int i = 0; i < 7; ++i) {
            references << millisecondsOf([&] { plain = countByMemmem(answer, word); });
            figures << millisecondsOf([&] { hits = countHits(***indexed, word); });
        }
        print({u"every '%1' in a %2 MB answer"_s.arg(QString::fromLatin1(word)).arg(megabytes(answer)), median(figures),
               u"ms"_s, median(references), u"memmem"_s, 3,
               u"%1 hits, case ignored; memmem %2%3"_s.arg(hits).arg(plain).arg(note)});
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        qFatal("bench_documents OPENAPI ANSWER [NOTE]");
    measureOpenApi(contentOf(arguments.at(1)), arguments.value(3));
    measureSearch(contentOf(arguments.at(2)), arguments.value(3));
    return 0;
}
