// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-ins of the same size for the documents that packaging/bench cannot fetch.
//   make_documents openapi|answer FILE
#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 openApiSize = 13'001'822;
constexpr qint64 answerSize = 72'996'611;

/// One path with some fifteen kilobytes of schema, as large descriptions have them.
QByteArray path(int number)
{
    QByteArray text =
        R"("/repos/{owner}/area)" + QByteArray::number(number) +
        R"(/issues/{issue_number}":{"get":{"operationId":"repos/list-issues-)" + QByteArray::number(number) +
        R"(","summary":"List repository issues )" + QByteArray::number(number) +
        R"(","tags":["repos"],"parameters":[{"name":"owner","in":"path","required":true,"schema":{"type":"string"}},)"
        R"({"name":"issue_number","in":"path","required":true,"schema":{"type":"integer"}}],)"
        R"("responses":{"200":{"description":"Response","content":{"application/json":{"schema":{"type":"object","properties":{)";
    for (int i = 0; i < 120; ++i) {
        text +=
            (i == 0 ? QByteArray() : ","_ba) + "\"codespace_field_" + QByteArray::number(i) +
            R"(":{"type":"string","nullable":true,"description":"The value of a field, in words that are long enough.","example":"https://api.example.com/x/)" +
            QByteArray::number(i * number) + "\"}";
    }
    return text + "}}}}}}}}";
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile file(arguments.value(2));
    if (arguments.size() < 3 || !file.open(QFile::WriteOnly))
        qFatal("make_documents openapi|answer FILE");
    const qint64 size = arguments.at(1) == "openapi"_L1 ? openApiSize : answerSize;
    file.write(R"({"openapi":"3.1.0","info":{"title":"A large API","version":"1"},"paths":{)");
    for (int number = 0; file.pos() < size; ++number)
        file.write((number == 0 ? QByteArray() : ","_ba) + path(number));
    return file.write("}}\n") == 3 && file.flush() ? 0 : 1;
}
