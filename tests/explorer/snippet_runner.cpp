// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/snippet_runner.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

bool isThere(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

SnippetRun runProgram(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
                      const QString &folder)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(120s, &loop, &QEventLoop::quit);
    process.start();
    process.closeWriteChannel();
    loop.exec();
    SnippetRun run;
    run.told = process.readAll();
    const bool ended = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit &&
                       process.error() == QProcess::UnknownError;
    run.exitCode = ended ? process.exitCode() : -1;
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    return run;
}

/// Reads one escape; `at` is behind the backslash.
std::optional<QString> readEscape(const QString &text, qsizetype &at, SnippetLanguage language)
{
    static const QString plain = u"\"\\nrt"_s;
    static const QString meanings = u"\"\\\n\r\t"_s;
    const QChar c = text.at(at);
    if (const qsizetype index = plain.indexOf(c); index >= 0) {
        ++at;
        return QString(meanings.at(index));
    }
    bool isNumber = false;
    const bool isOctal = language == SnippetLanguage::Java && c.isDigit();
    if (!isOctal && c != u'u')
        return std::nullopt;
    const QString digits = isOctal ? text.sliced(at, 3) : text.sliced(at + 1, 4);
    at += isOctal ? 3 : 5;
    const ushort code = digits.toUShort(&isNumber, isOctal ? 8 : 16);
    return isNumber ? std::optional(QString(QChar(code))) : std::nullopt;
}

/// True if only blanks and at most one + stand between two literals.
bool areJoined(const QString &between, SnippetLanguage language)
{
    const QString sign = between.trimmed();
    return language == SnippetLanguage::Python ? sign.isEmpty() : sign == u"+"_s;
}

} // namespace

SnippetRunner::SnippetRunner()
    : environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : environment.keys()) {
        if (name.endsWith(u"_proxy"_s, Qt::CaseInsensitive))
            environment.remove(name);
    }
    environment.insert(u"ACX_TEST_FOLDER"_s, m_folder.path());
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s)); // of the Go compiler
    environment.insert(u"GOFLAGS"_s, u"-mod=mod"_s);
    QDir(m_folder.path()).mkdir(u"bin"_s);
    environment.insert(u"PATH"_s, m_folder.filePath(u"bin"_s) + u':' + environment.value(u"PATH"_s));
}

bool SnippetRunner::canRun(SnippetLanguage language)
{
    switch (language) {
    case SnippetLanguage::Curl:
    case SnippetLanguage::Acx:
        return true;
    case SnippetLanguage::Httpie:
        return isThere(u"http"_s) && isThere(u"bash"_s);
    case SnippetLanguage::Python:
        return QProcess::execute(
                   u"python3"_s,
                   {u"-c"_s, u"import importlib.util as u, sys; sys.exit(u.find_spec('requests') is None)"_s}) == 0;
    case SnippetLanguage::JavaScript:
        return isThere(u"node"_s);
    case SnippetLanguage::Go:
        return isThere(u"go"_s);
    case SnippetLanguage::Java:
        return isThere(u"javac"_s);
    }
    return false;
}

SnippetRun SnippetRunner::run(SnippetLanguage language, const QString &snippet)
{
    const auto start = [this](const QString &program, const QStringList &arguments) {
        return runProgram(program, arguments, environment, m_folder.path());
    };
    const QByteArray source = snippet.toUtf8();
    if (language == SnippetLanguage::Acx)
        environment.insert(u"PATH"_s, qEnvironmentVariable("ACX_PROGRAM_DIR") + u':' + environment.value(u"PATH"_s));
    else
        writeFile(u"bin/acx"_s, "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$ACX_TEST_FOLDER/words\"\n"
                                "case \"$*\" in\n"
                                "*'--format header') echo 'Authorization: Bearer "_ba +
                                    token +
                                    "' ;;\n"
                                    "*'--format bearer') echo 'Bearer "_ba +
                                    token +
                                    "' ;;\n"
                                    "*) echo '"_ba +
                                    token + "' ;;\nesac\n"_ba);
    switch (language) {
    case SnippetLanguage::Curl:
    case SnippetLanguage::Acx:
        writeFile(u"call.sh"_s, source);
        return start(u"sh"_s, {u"call.sh"_s});
    case SnippetLanguage::Httpie:
        writeFile(u"call.sh"_s, source);
        return start(u"bash"_s, {u"call.sh"_s});
    case SnippetLanguage::Python:
        writeFile(u"call.py"_s, source);
        return start(u"python3"_s, {u"call.py"_s});
    case SnippetLanguage::JavaScript:
        writeFile(u"request.mjs"_s, source);
        return start(u"node"_s, {u"request.mjs"_s});
    case SnippetLanguage::Go:
        writeFile(u"main.go"_s, source);
        return start(u"go"_s, {u"run"_s, u"main.go"_s});
    case SnippetLanguage::Java:
        writeFile(u"Call.java"_s, source);
        return start(u"java"_s, {u"-XX:TieredStopAtLevel=1"_s, u"Call.java"_s});
    }
    return {};
}

QStringList SnippetRunner::acxWords() const
{
    QFile file(m_folder.filePath(u"words"_s));
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                      : QStringList();
}

void SnippetRunner::writeFile(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    const bool isWritten = file.open(QFile::WriteOnly) && file.write(content) == content.size() &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!isWritten)
        qWarning("cannot write %s", qPrintable(file.fileName()));
}

std::optional<QStringList> SnippetRunner::literalsOf(SnippetLanguage language, const QString &source)
{
    QStringList found;
    qsizetype lastEnd = -1;
    qsizetype at = source.indexOf(u'"');
    for (; at >= 0; at = source.indexOf(u'"', at)) {
        const qsizetype start = at++;
        QString value;
        while (at < source.size() && source.at(at) != u'"') {
            if (source.at(at) == u'\n')
                return std::nullopt;
            if (source.at(at) != u'\\') {
                value += source.at(at++);
                continue;
            }
            const std::optional<QString> escape = readEscape(source, ++at, language);
            if (!escape)
                return std::nullopt;
            value += *escape;
        }
        if (at++ >= source.size())
            return std::nullopt;
        if (lastEnd >= 0 && areJoined(source.sliced(lastEnd, start - lastEnd), language))
            found.last() += value;
        else
            found << value;
        lastEnd = at;
    }
    return found;
}

QByteArray SnippetRunner::allCommandLines()
{
    QByteArray all;
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/"_s + process + u"/cmdline"_s);
        if (file.open(QFile::ReadOnly))
            all += file.readAll() + '\n';
    }
    return all;
}

} // namespace acx
