// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "app/tokens/token_broker.h"
#include "tests/leaks/canary.h"
#include "tests/support/kept_log.h"
#include "tests/support/keyring.h"
#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/ui/explorer_bench.h"
#include "ui/main_window.h"
#include "ui/session.h"
#include "ui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <optional>

using namespace Qt::StringLiterals;
using namespace acx;

/// A key, a client secret and tokens that are unique to this run go through the window and the command. After that no
/// file, no name of a file, no log and no text of the command may hold them in any form.
class TestLeaks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatIsThere_data();
    void findsWhatIsThere();
    void theWindowLeavesNothingBehind();
    void theCommandLeavesNothingBehind_data();
    void theCommandLeavesNothingBehind();
    void theTourLeavesNothingBehind();

private:
    void useTokens(ScreenBench &bench, MainWindow &window);
    void useExplorer(MainWindow &window, const QByteArray &token);
    void send(const QWidget &explorer, const QString &method, const QString &target);
    struct Output
    {
        QByteArray answer;
        QByteArray messages;
    };
    [[nodiscard]] static Output acx(const QStringList &arguments, const QString &logging, const QByteArray &input = {});
    QTemporaryDir m_folder;
    QByteArray m_key;
    QByteArray m_clientSecret;
    QByteArray m_token; ///< that acx got
};

void TestLeaks::initTestCase()
{
    QVERIFY(Keyring::isPrivate());
    const QString temporary = QDir::homePath() + "/tmp"_L1;
    QVERIFY(QDir().mkpath(temporary));
    QVERIFY(qputenv("TMPDIR", QFile::encodeName(temporary)));
}

void TestLeaks::findsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QString>("form");
    const QByteArray secret = "Canary-0123456789-öäü-abcdef";
    QTest::newRow("plain") << "key=" + secret + ";" << u"plain text"_s;
    QTest::newRow("cut off") << secret.first(20) << u"half of it"_s;
    QTest::newRow("hex") << "x" + secret.toHex() << u"hex"_s;
    QTest::newRow("base64") << ("a" + secret + "b").toBase64() << u"base64"_s;
    QTest::newRow("base64, shifted") << ("ab" + secret + "b").toBase64() << u"base64"_s;
    QTest::newRow("basic credentials") << ("apikey:" + secret).toBase64() << u"base64"_s;
    QTest::newRow("UTF-16, big end first")
        << QByteArray(QStringEncoder(QStringEncoder::Utf16BE).encode(QString::fromUtf8(secret))) << u"UTF-16"_s;
    QTest::newRow("UTF-16, little end first")
        << QByteArray(QStringEncoder(QStringEncoder::Utf16LE).encode(QString::fromUtf8(secret))) << u"UTF-16"_s;
    QTest::newRow("percent") << secret.toPercentEncoding({}, secret) << u"percent"_s;
    QTest::newRow("nothing") << QByteArray("Canary-something else") << QString();
}

void TestLeaks::findsWhatIsThere()
{
    QFETCH(QByteArray, written);
    QFETCH(QString, form);
    const Canary canary(u"key"_s, "Canary-0123456789-öäü-abcdef");
    QCOMPARE(canary.formIn(written), form);
    QFile file(m_folder.filePath(u"written"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(written), written.size());
    file.close();
    QCOMPARE(findCanaries({canary}, m_folder.path()).isEmpty(), form.isEmpty());
}

void TestLeaks::useTokens(ScreenBench &bench, MainWindow &window)
{
    window.showPlace(Place::Tokens);
    QTRY_VERIFY(isShown(window, "cardCopyHeader"));
    click(window, "cardReveal");
    click(window, "cardCopyHeader");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Authorization: Bearer "));
    bench.services().clipboard.clearNow();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestLeaks::send(const QWidget &explorer, const QString &method, const QString &target)
{
    part<QComboBox>(explorer, "method")->setCurrentText(method);
    type(explorer, "target", target);
    click(explorer, "send");
    QTRY_VERIFY(isShown(explorer, "send") && isShown(explorer, "answerStatus"));
}

void TestLeaks::useExplorer(MainWindow &window, const QByteArray &token)
{
    window.showPlace(Place::Explorer);
    auto *explorer = window.findChild<ExplorerScreen *>();
    QVERIFY(explorer);
    QTRY_VERIFY(isShown(*explorer, "target"));
    send(*explorer, u"GET"_s, u"/v1/me"_s);
    // Where people put secrets that do not belong there: headers, queries, bodies.
    auto *headers = part<QPlainTextEdit>(*explorer, "requestHeaders");
    headers->setPlainText("Authorization: Bearer %1\nX-IBM-Client-Secret: %2\nX-Api-Key: %3"_L1.arg(
        QString::fromUtf8(token), QString::fromUtf8(m_clientSecret), QString::fromUtf8(m_key)));
    send(*explorer, u"GET"_s,
         u"/api/orgs?apikey=%1&access_token=%2"_s.arg(QString::fromUtf8(m_key), QString::fromUtf8(token)));
    headers->clear();
    send(*explorer, u"GET"_s, u"/api/orgs/nowhere"_s);
}

void TestLeaks::theWindowLeavesNothingBehind()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
    QLoggingCategory::setFilterRules(u"*=true"_s);
    std::optional<KeptLog> log(std::in_place);
    QList<Canary> canaries;
    const mode_t mask = ::umask(0); // the files have to be private by themselves
    {
        ScreenBench bench({true, {}, {}});
        m_key = bench.sandbox().apiKey.reveal();
        m_clientSecret = bench.sandbox().clientSecret.reveal();
        (void)bench.addProfile(u"Canary"_s);
        MainWindow window(bench.services());
        window.resize(1280, 800);
        window.show();
        const Result<Token> token =
            waitFor(bench.services().broker.token(bench.services().session.need(TokenKind::Iam)));
        QVERIFY(token.has_value());
        const QByteArray value = token->value.reveal();
        canaries = {Canary(u"API key"_s, m_key), Canary(u"client secret"_s, m_clientSecret),
                    Canary(u"signature of the token"_s, value.mid(value.lastIndexOf('.') + 1))};
        useTokens(bench, window);
        useExplorer(window, value);
        window.showPlace(Place::History);
        window.close();
    }
    ::umask(mask);
    searchForOpenFiles(QDir::homePath()); // D5
    QCOMPARE(leftBehind(), QStringList());
    QLoggingCategory::setFilterRules({});
    const QByteArray logged = log->text().toUtf8();
    log.reset();
    QVERIFY(!logged.isEmpty());
    const QStringList finds = findCanaries(canaries, QDir::homePath());
    QVERIFY2(finds.isEmpty(), qPrintable(finds.join(u'\n')));
    for (const Canary &canary : std::as_const(canaries))
        QCOMPARE(canary.formIn(logged), QString());
    // It did write what was searched.
    for (const QString &name : {u"profiles.json"_s, u"history.sqlite*"_s, u"*.json"_s}) {
        QDirIterator files(QDir::homePath(), {name}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY2(files.hasNext(), qPrintable(name));
    }
}

TestLeaks::Output TestLeaks::acx(const QStringList &arguments, const QString &logging, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, logging);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("ACX_PROGRAM_DIR") + "/acx"_L1, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        qFatal("acx did not end.");
    return {process.readAllStandardOutput(), process.readAllStandardError()};
}

void TestLeaks::theCommandLeavesNothingBehind_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("logging");
    // KEY and TOKEN stand for what is not known yet. What follows "-" comes by standard input.
    const QList<QStringList> commands{
        {u"call"_s, u"GET"_s, u"/v1/me"_s},
        {u"call"_s, u"GET"_s, u"/api/orgs?apikey=KEY"_s},
        {u"call"_s, u"GET"_s, u"/api/orgs/nowhere"_s, u"-H"_s, u"X-Api-Key: KEY"_s},
        {u"call"_s, u"POST"_s, u"/api/nowhere"_s, u"-d"_s, u"{\"apikey\":\"KEY\"}"_s},
        {u"call"_s, u"v10.listOrgs"_s},
        {u"history"_s},
        {u"history"_s, u"--json"_s},
        {u"profiles"_s, u"--json"_s},
        {u"deployments"_s, u"--json"_s},
        {u"operations"_s, u"catalogs"_s},
        {u"decode"_s, u"-"_s, u"TOKEN"_s},
        {u"remove"_s, u"--nonsense"_s, u"KEY"_s},
        {u"KEY"_s},
        {u"json"_s, u"KEY"_s},
        {u"token"_s, u"--format"_s, u"KEY"_s},
        {u"token"_s, u"--format=KEY"_s},
    };
    for (const auto &[name, logging] :
         {std::pair("silent", u""_s), std::pair("our log", u"acx.*=true"_s), std::pair("every log", u"*=true"_s)}) {
        for (qsizetype i = 0; i < commands.size(); ++i)
            QTest::newRow(qPrintable(
                u"L7 D10 acx %1 (%2), %3"_s.arg(commands[i].constFirst()).arg(i).arg(QLatin1StringView(name))))
                << commands[i] << logging;
    }
}

void TestLeaks::theCommandLeavesNothingBehind()
{
    QFETCH(QStringList, command);
    QFETCH(QString, logging);
    QVERIFY(!m_key.isEmpty());
    if (m_token.isEmpty()) {
        const Output given = acx({u"token"_s, u"--profile"_s, u"Canary"_s}, u"*=true"_s);
        m_token = given.answer.trimmed();
        QVERIFY2(m_token.count('.') == 2, given.messages.constData());
        QVERIFY(!given.messages.contains(m_token));
    }
    const QList<Canary> canaries{Canary(u"API key"_s, m_key),
                                 Canary(u"signature of the token"_s, m_token.mid(m_token.lastIndexOf('.') + 1))};
    QByteArray input;
    if (const qsizetype dash = command.indexOf(u"-"_s); dash >= 0)
        input = command.takeAt(dash + 1).toUtf8().replace("TOKEN", m_token);
    command.replaceInStrings(u"KEY"_s, QString::fromUtf8(m_key));
    const Output output = acx(command + QStringList{u"--profile"_s, u"Canary"_s}, logging, input);
    QVERIFY(!output.answer.isEmpty() || !output.messages.isEmpty());
    for (const Canary &canary : canaries)
        QVERIFY2(canary.formIn(output.answer + output.messages).isEmpty(),
                 qPrintable(command.constFirst() + u" shows the "_s + canary.name()));
    const QStringList finds = findCanaries(canaries, QDir::homePath());
    QVERIFY2(finds.isEmpty(), qPrintable(finds.join(u'\n')));
}

/// The tour does everything that a person does, on a sandbox that makes its own keys: they are read from the file that
/// the tour itself imports.
void TestLeaks::theTourLeavesNothingBehind()
{
    QProcess tour;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    tour.setProcessEnvironment(environment);
    tour.setProcessChannelMode(QProcess::MergedChannels);
    const QString pictures = QDir::homePath() + "/pictures"_L1;
    QSet<QByteArray> keys;
    tour.start(qEnvironmentVariable("ACX_PROGRAM_DIR") + "/apiconnect-explorer"_L1, {u"--tour"_s, pictures});
    QByteArray output;
    const bool ended = QTest::qWaitFor(
        [&] {
            output += tour.readAll();
            QDirIterator files(qEnvironmentVariable("TMPDIR"), {u"apikey.json"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QFile::ReadOnly))
                    keys.insert(QJsonDocument::fromJson(file.readAll())[u"apikey"].toString().toUtf8());
            }
            return tour.state() == QProcess::NotRunning;
        },
        300'000);
    QVERIFY(ended);
    QVERIFY2(tour.exitCode() == 0, output.right(600).constData());
    output += tour.readAll();
    keys.remove({});
    QCOMPARE(keys.size(), 2); // in light and in dark
    QList<Canary> canaries;
    for (const QByteArray &key : std::as_const(keys))
        canaries.append(Canary(u"key of the tour"_s, key));
    for (const QByteArray &key : std::as_const(keys))
        watchFor(u"key of the tour"_s, key);
    const QStringList finds = findCanaries(canaries, QDir::homePath());
    QVERIFY2(finds.isEmpty(), qPrintable(finds.join(u'\n')));
    for (const Canary &canary : std::as_const(canaries))
        QCOMPARE(canary.formIn(output), QString());
    static const QRegularExpression token(u"eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{20,}"_s);
    QVERIFY(!QString::fromLatin1(output).contains(token));
    QVERIFY(output.contains("acx.http")); // it did log
    searchForSecrets(QDir::homePath());   // its tokens as well
    QCOMPARE(leftBehind(), QStringList());
    QVERIFY(QDir(pictures).entryList({u"*.png"_s}).size() > 20);
}

ACX_WIDGET_TEST_MAIN(TestLeaks)
#include "test_leaks.moc"
