// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <utility>

using namespace Qt::StringLiterals;

class TestTour : public QObject
{
    Q_OBJECT
private:
    /// The program's exit code and its two outputs; no bus and no display of the person.
    struct Outcome
    {
        int code = -1;
        QStringList out;
        QString err;
    };
    [[nodiscard]] static Outcome run(const QStringList &arguments, const QString &platform = u"offscreen"_s)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, platform);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
            environment.remove(name);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("ACX_PROGRAM_DIR") + u"/apiconnect-explorer"_s, arguments);
        if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 200'000))
            process.kill();
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QTemporaryDir m_folder;
    QString m_pictures = m_folder.filePath(u"new/tour"_s);
    Outcome m_tour;

private Q_SLOTS:
    void initTestCase() { m_tour = run({u"--tour"_s, m_pictures}); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void walksThroughTheWindow()
    {
        QVERIFY2(m_tour.code == 0, qPrintable(m_tour.out.join(u'\n') + m_tour.err));
        for (const QString &line : std::as_const(m_tour.out))
            QVERIFY2(QRegularExpression(u"^ok  \\d\\d [a-z-]+  (light|dark)$"_s).match(line).hasMatch(),
                     qPrintable(line));

        const QFileInfoList files = QDir(m_pictures).entryInfoList({u"*.png"_s});
        QVERIFY(files.size() >= 12);
        QCOMPARE(files.size(), m_tour.out.size());
        for (const QFileInfo &file : files) {
            const QImage image(file.filePath());
            QVERIFY2(image.width() >= 1000 && image.height() >= 700, qPrintable(file.fileName()));
            // A dark picture has a dark corner at the top bar, a light one a light corner.
            const bool dark = image.pixelColor(2, 2).lightness() < 128;
            QVERIFY2(dark == file.baseName().endsWith("-dark"_L1), qPrintable(file.fileName()));
        }
        for (const char *step :
             {"welcome", "import", "deployment", "token", "copy", "locked", "explorer", "form", "completion",
              "followed-link", "search", "code", "definition-opened", "first-call", "big-answer", "history", "compare"})
            QVERIFY2(!m_tour.out.filter(QLatin1StringView(step)).isEmpty(), step);
    }

    void touchesNothingOfThePerson()
    {
        QCOMPARE(m_tour.code, 0);
        const QDir home(qEnvironmentVariable("HOME"));
        for (const QString &path : {u".config/apiconnect-explorer"_s, u".local/share/apiconnect-explorer"_s,
                                    u".local/state/apiconnect-explorer"_s, u".local/share/keyrings"_s})
            QVERIFY2(!home.exists(path), qPrintable(path));
    }

    void saysWhatItCannotDo()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"a file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Outcome tour = run({u"--tour"_s, file.fileName()});
        QVERIFY(tour.code != 0);
        QVERIFY(tour.err.contains(u"cannot be made"_s));
    }

    void helpAndVersionNeedNoDisplay()
    {
        const Outcome version = run({u"--version"_s}, u"xcb"_s);
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.value(0).startsWith("apiconnect-explorer "_L1));
        const Outcome help = run({u"--help"_s}, u"xcb"_s);
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.join(u' ').contains(u"--tour"_s));
        QCOMPARE(run({u"--nonsense"_s}, u"xcb"_s).code, 2);
        QCOMPARE(run({u"something"_s}, u"xcb"_s).code, 2);
        QCOMPARE(run({u"--tour"_s, QString()}, u"xcb"_s).code, 2);
        QCOMPARE(run({u"-platform"_s, u"offscreen"_s, u"--nonsense"_s}, u"xcb"_s).code, 2);
    }
};

ACX_TEST_MAIN_WITH(QGuiApplication, TestTour)
#include "test_tour.moc"
