// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of the house, read from the sources themselves.
#include "tests/architecture/laws.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Line
{
    QString file; // relative to the source folder, with forward slashes
    int number = 0;
    QString text; // without comment
};

QString sourceFolder()
{
    return qEnvironmentVariable("ACX_SOURCE_DIR");
}

QString withoutComment(const QString &line)
{
    static const QRegularExpression comment(u"//.*$"_s);
    const QString trimmed = line.trimmed();
    if (trimmed.startsWith(u'*') || trimmed.startsWith(u"/*"_s))
        return {};
    return QString(line).remove(comment);
}

QList<Line> linesBelow(const QStringList &folders)
{
    QList<Line> lines;
    const QDir root(sourceFolder());
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QFile::ReadOnly | QFile::Text))
                continue;
            const QStringList texts = QString::fromUtf8(file.readAll()).split(u'\n');
            for (int i = 0; i < texts.size(); ++i)
                lines << Line{root.relativeFilePath(file.fileName()), i + 1, withoutComment(texts.at(i))};
        }
    }
    return lines;
}

QStringList found(const QList<Line> &lines, const QRegularExpression &pattern, const QStringList &allowedFiles = {})
{
    QStringList places;
    for (const Line &line : lines) {
        if (!allowedFiles.contains(line.file) && pattern.match(line.text).hasMatch())
            places << u"%1:%2: %3"_s.arg(line.file).arg(line.number).arg(line.text.trimmed());
    }
    return places;
}

/// Remembers what the line defines, by folder and name; functions by their parameters, too.
void note(QMap<QString, QSet<QString>> &owners, const Line &line)
{
    static const QRegularExpression definition = laws::unlinkedName();
    static const QRegularExpression parameter = laws::parameterName();
    const QRegularExpressionMatch match = definition.match(line.text);
    if (!match.hasMatch())
        return;
    const QString name = match.captured(u"a"_s) + match.captured(u"b"_s) + match.captured(u"f"_s);
    const QString parameters = match.captured(u"p"_s).remove(parameter);
    owners[line.file.section(u'/', 0, -2) + u' ' + name + u' ' + parameters] += line.file;
}

const QStringList &floors()
{
    static const QStringList list{u"base"_s,        u"json"_s,     u"response"_s, u"http"_s,   u"credentials"_s,
                                  u"deployments"_s, u"profiles"_s, u"network"_s,  u"tokens"_s, u"operations"_s,
                                  u"explorer"_s,    u"sandbox"_s,  u"cli"_s};
    return list;
}

} // namespace

class TestArchitecture final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QFile::exists(sourceFolder() + u"/app/base/result.h"_s));
        m_app = linesBelow({u"app"_s});
        m_ui = linesBelow({u"ui"_s});
        m_all = m_app + m_ui;
        QVERIFY(m_app.size() > 1000);
    }

    void theReadingFindsWhatItLooksFor()
    {
        const QList<Line> sample{{u"app/x.cpp"_s, 1, withoutComment(u"#include \"ui/theme/theme.h\""_s)},
                                 {u"app/x.cpp"_s, 2, withoutComment(u"// #include \"ui/theme/theme.h\""_s)}};
        const QRegularExpression pattern1(u"#include \"ui/"_s);
        QCOMPARE(found(sample, pattern1).size(), 1);
    }

    void appNeverIncludesTheWindow()
    {
        const QRegularExpression upward = laws::upwardInclude();
        QCOMPARE(found(m_app, upward), QStringList());
    }

    void includesAreRooted()
    {
        const QRegularExpression unrooted = laws::unrootedInclude();
        QCOMPARE(found(m_all, unrooted), QStringList());
    }

    // The sources of a folder are compiled together where that is faster (ACX_UNITY).
    void namesWithoutLinkageAreUniqueInTheirFolder()
    {
        QMap<QString, QSet<QString>> owners;
        for (const Line &line : std::as_const(m_all)) {
            if (line.file.endsWith(".cpp"_L1) && !line.file.endsWith("/main.cpp"_L1))
                note(owners, line);
        }
        QVERIFY(owners.size() > 1000);
        QStringList wrong;
        for (auto it = owners.cbegin(); it != owners.cend(); ++it) {
            if (it.value().size() > 1)
                wrong << it.key() + u": "_s + QStringList(it.value().cbegin(), it.value().cend()).join(u", "_s);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void foldersOfAppStandOnTheFoldersAbove()
    {
        const QRegularExpression include = laws::floorInclude();
        QStringList wrong;
        for (const Line &line : m_app) {
            const QRegularExpressionMatch match = include.match(line.text);
            if (!match.hasMatch())
                continue;
            const QString from = line.file.section(u'/', 1, 1);
            const qsizetype own = floors().indexOf(from);
            const qsizetype other = floors().indexOf(match.captured(1));
            QVERIFY2(own >= 0, qPrintable(u"unknown folder: "_s + line.file));
            QVERIFY2(other >= 0, qPrintable(u"unknown folder: "_s + line.text));
            if (other > own)
                wrong << u"%1:%2: %3"_s.arg(line.file).arg(line.number).arg(line.text);
        }
        QCOMPARE(wrong, QStringList());
    }

    void secretsAreOpenedByRevealAlone()
    {
        QFile header(sourceFolder() + u"/app/base/secret.h"_s);
        QVERIFY(header.open(QFile::ReadOnly));
        const QString text = QString::fromUtf8(header.readAll());
        QVERIFY(!text.contains(u"operator QString"_s));
        QVERIFY(!text.contains(u"operator QByteArray"_s));
        QVERIFY(!text.contains(u"toString"_s));
        QVERIFY(text.contains(u"explicit Secret(const QByteArray"_s));
        // What is revealed never goes to a log line.
        const QRegularExpression pattern4 = laws::loggedSecret();
        QCOMPARE(found(m_all, pattern4), QStringList());
    }

    void noNestedEventLoop()
    {
        const QRegularExpression pattern5 = laws::nestedLoop();
        QCOMPARE(found(m_all, pattern5), QStringList());
        const QRegularExpression pattern6 = laws::blockingExec();
        // The third runs a statement of SQL, and no loop.
        QCOMPARE(
            found(m_all, pattern6, {u"ui/main.cpp"_s, u"app/cli/main.cpp"_s, u"app/explorer/sql_connection.cpp"_s}),
            QStringList());
        const QRegularExpression pattern7 = laws::blockingDialog();
        QCOMPARE(found(m_all, pattern7), QStringList());
    }

    void noSenderAndNoStringConnects()
    {
        const QRegularExpression pattern8 = laws::senderCall();
        QCOMPARE(found(m_all, pattern8), QStringList());
        const QRegularExpression pattern9 = laws::stringConnect();
        QCOMPARE(found(m_all, pattern9), QStringList());
        const QRegularExpression pattern10 = laws::thenWithContext();
        QCOMPARE(found(m_all, pattern10), QStringList());
    }

    void noGlobalSingleton()
    {
        const QRegularExpression pattern11 = laws::singleton();
        QCOMPARE(found(m_all, pattern11), QStringList());
    }

    void onlyHttpClientOwnsAnAccessManager()
    {
        const QRegularExpression manager = laws::accessManager();
        QList<Line> others;
        for (const Line &line : m_all) {
            if (!line.file.startsWith(u"app/http/"_s))
                others << line;
        }
        QCOMPARE(found(others, manager), QStringList());
        QVERIFY(!found(m_app, manager).isEmpty());
    }

    void whatQtWouldLetUsDoWrong()
    {
        // TLS checks are never ignored (but for what a pin makes expected, see PeerCheck), keys never fall back to a
        // file, never go to the trash, URLs are never built with QUrlQuery's own encoding, QFile::exists() is not asked
        // about files that others replace (see readWhole()), and no secret ends in a warning through qDebug of a
        // request.
        const QRegularExpression pattern13 = laws::dangerousDefault();
        QCOMPARE(found(m_all, pattern13), QStringList());
        const QRegularExpression pattern14 = laws::plainDebug();
        QCOMPARE(found(m_all, pattern14), QStringList());
    }

    void everySourceFileNamesItsLicence()
    {
        QStringList without;
        const QDir root(sourceFolder());
        for (const QString &folder : {u"app"_s, u"ui"_s, u"tests"_s, u"cmake"_s, u"packaging"_s}) {
            QDirIterator it(root.filePath(folder),
                            {u"*.h"_s, u"*.cpp"_s, u"*.cmake"_s, u"CMakeLists.txt"_s, u"*.sh"_s, u"*.in"_s},
                            QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                if (file.open(QFile::ReadOnly) && !file.read(400).contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                    without << root.relativeFilePath(file.fileName());
            }
        }
        QCOMPARE(without, QStringList());
    }

    void headersArePragmaOnce()
    {
        QStringList without;
        const QDir root(sourceFolder());
        for (const QString &folder : {u"app"_s, u"ui"_s, u"tests"_s}) {
            QDirIterator it(root.filePath(folder), {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                if (file.open(QFile::ReadOnly) && !file.readAll().contains("#pragma once"))
                    without << root.relativeFilePath(file.fileName());
            }
        }
        QCOMPARE(without, QStringList());
    }

    void coloursStandInTheThemeOnly()
    {
        QList<Line> outside;
        for (const Line &line : m_ui) {
            if (!line.file.startsWith(u"ui/theme/"_s))
                outside << line;
        }
        const QRegularExpression pattern15 = laws::colourLiteral();
        QCOMPARE(found(outside, pattern15), QStringList());
    }

private:
    QList<Line> m_app;
    QList<Line> m_ui;
    QList<Line> m_all;
};

ACX_TEST_MAIN(TestArchitecture)
#include "test_architecture.moc"
