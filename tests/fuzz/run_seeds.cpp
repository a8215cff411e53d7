// SPDX-License-Identifier: GPL-3.0-or-later
// The same targets without libFuzzer: every seed, and copies of it changed in ways that are the same on every run.
#include "tests/fuzz/target.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>

namespace {

constexpr int changedCopies = 4000; // of each seed, where the caller does not say how many
constexpr int wrongUse = 2;

void examine(const QByteArray &bytes)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
}

int below(QRandomGenerator &random, qsizetype limit)
{
    return static_cast<int>(random.bounded(static_cast<int>(limit)));
}

/// One step: a byte changed, put in, taken out, a part doubled, or the end cut off.
void change(QByteArray &bytes, QRandomGenerator &random)
{
    static const char text[] = "{}[]\",:\\\0\n\xff\xc3 -e.0&*#'$";
    static const QByteArray telling(text, sizeof text - 1);
    if (bytes.isEmpty())
        bytes.append('{');
    const int at = below(random, bytes.size());
    switch (random.bounded(5)) {
    case 0:
        bytes[at] = static_cast<char>(random.bounded(256));
        break;
    case 1:
        bytes.insert(at, telling.at(below(random, telling.size())));
        break;
    case 2:
        bytes.remove(at, 1 + below(random, 8));
        break;
    case 3:
        bytes.insert(at, bytes.mid(at, 1 + below(random, 64)));
        break;
    default:
        bytes.truncate(at);
        break;
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    if (arguments.size() < 2 || arguments.size() > 3 || names.isEmpty()) {
        std::fputs("usage: PROGRAM FOLDER_WITH_SEEDS [CHANGED_COPIES_OF_EACH]\n", stderr);
        return wrongUse;
    }
    const int copies = arguments.size() == 3 ? arguments.at(2).toInt() : changedCopies;
    examine({});
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("A seed cannot be read.");
        const QByteArray seed = file.readAll();
        examine(seed);
        QRandomGenerator random(20'231'129);
        for (int i = 0; i < copies; ++i) {
            QByteArray copy = seed;
            for (int steps = 1 + below(random, 6); steps > 0; --steps)
                change(copy, random);
            examine(copy);
        }
    }
    return EXIT_SUCCESS;
}
