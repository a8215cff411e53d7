// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answer_bench.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/header_table.h"
#include "ui/explorer/image_view.h"
#include "ui/explorer/timing_phases.h"

#include <QAbstractButton>
#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QImage>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace acx;

class TestAnswerPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void showsTheHead();
    void offersViews_data();
    void offersViews();
    void keepsTheChosenView();
    void showsPictures_data();
    void showsPictures();
    void savesAsReceivedAndPretty();
    void copiesTheBody();
    void showsHeaders();
    void opensLinksOfHeaders();
    void showsTiming();
    void namesTheTimingPhases();
    void offersDefinitions_data();
    void offersDefinitions();
    void stopsReading();
    void dropsAnAnswerThatIsReplaced();
    void carriesNavigation();
    void followsTheTheme();
};

namespace {

QStringList shownTabs(AnswerBench &bench)
{
    const auto *tabs = part<QTabWidget>(bench.panel(), "answerTabs");
    QStringList names;
    for (int i = 0; i < tabs->count(); ++i) {
        if (tabs->isTabVisible(i))
            names += tabs->tabText(i);
    }
    return names;
}

QByteArray picture(const char *format, const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

void TestAnswerPanel::showsTheHead()
{
    AnswerBench bench;
    bench.showJson(R"({"a":[1,2]})");
    QCOMPARE(textOf(bench.panel(), "answerStatus"), u"200 OK"_s);
    QCOMPARE(textOf(bench.panel(), "answerTime"), u"187 ms"_s);
    QVERIFY(textOf(bench.panel(), "answerSize").startsWith(u"11 "_s));
    QVERIFY(textOf(bench.panel(), "answerValues").startsWith(u"4 value"_s));
    QVERIFY(part(bench.panel(), "waterfall")->accessibleName().contains(u"wait 85 ms"_s));
    bench.panel().showExchange(answerOf("text/plain", "x"));
    QVERIFY(textOf(bench.panel(), "answerValues").isEmpty());
}

void TestAnswerPanel::offersViews_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("tabs");
    QTest::addColumn<QString>("title");
    const QStringList text{u"Text"_s, u"Headers 2"_s, u"Timing"_s};
    const QStringList file{u"File"_s, u"Hex"_s, u"Headers 2"_s, u"Timing"_s};
    QTest::newRow("JSON") << "application/json"_ba
                          << "{}"_ba << QStringList({u"Tree"_s, u"Text"_s, u"Headers 2"_s, u"Timing"_s}) << QString();
    QTest::newRow("JSON, not declared") << ""_ba
                                        << "[1]"_ba << QStringList({u"Tree"_s, u"Text"_s, u"Headers 2"_s, u"Timing"_s})
                                        << QString();
    QTest::newRow("JSON lines") << "application/x-ndjson"_ba
                                << "{}\n{}\n"_ba << text << QString();
    QTest::newRow("XML") << "application/xml"_ba
                         << "<a/>"_ba << text << QString();
    QTest::newRow("YAML") << "application/yaml"_ba
                          << "a: 1"_ba << text << QString();
    QTest::newRow("HTML in the place of JSON") << "application/json"_ba
                                               << "<html></html>"_ba << text << QString();
    QTest::newRow("a drawing that could load files") << "image/svg+xml"_ba
                                                     << "<svg/>"_ba << text << QString();
    QTest::newRow("PDF") << "application/pdf"_ba
                         << "%PDF-1.7\n%"_ba << file << u"PDF document, 10 B"_s;
    QTest::newRow("zip") << "application/zip"_ba
                         << "PK\x03\x04xxxx"_ba << file << u"Zip archive, 8 B"_s;
    QTest::newRow("bytes") << "application/octet-stream"_ba << QByteArray("\0\1\2", 3) << file << u"Bytes, 3 B"_s;
    QTest::newRow("nothing") << "application/json"_ba
                             << ""_ba << QStringList({u"Body"_s, u"Headers 2"_s, u"Timing"_s}) << u"No body"_s;
}

void TestAnswerPanel::offersViews()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, tabs);
    QFETCH(QString, title);
    AnswerBench bench;
    bench.panel().showExchange(answerOf(type, bytes));
    QCOMPARE(shownTabs(bench), tabs);
    const auto *shown = part<QTabWidget>(bench.panel(), "answerTabs");
    QCOMPARE(shown->tabText(shown->currentIndex()), tabs.constFirst());
    if (!title.isEmpty())
        QCOMPARE(textOf(bench.panel(), "fileTitle"), title);
    QSignalSpy saves(&bench.panel(), &AnswerPanel::saveWanted);
    if (tabs.contains(u"File"_s)) {
        click(bench.panel(), "fileSave");
        QCOMPARE(saves.size(), 1);
    }
    QCOMPARE(part<QAbstractButton>(bench.panel(), "saveBody")->isEnabled(), !bytes.isEmpty());
}

void TestAnswerPanel::keepsTheChosenView()
{
    AnswerBench bench;
    bench.showJson("{}");
    bench.showTab("answerHeaders");
    bench.showJson("[]");
    QVERIFY(isShown(bench.panel(), "answerHeaders"));
    bench.showTab("answerTree");
    auto *tabs = part<QTabWidget>(bench.panel(), "answerTabs");
    tabs->setCurrentIndex(0);
    bench.panel().showExchange(answerOf("text/plain", "x"));
    QVERIFY(isShown(bench.panel(), "answerBody"));
}

void TestAnswerPanel::showsPictures_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isShownAsPicture");
    QTest::newRow("PNG") << "image/png"_ba << picture("PNG", {64, 48}) << u"64 × 48 pixels"_s << true;
    QTest::newRow("JPEG, declared as PNG") << "image/png"_ba << picture("JPG", {10, 20}) << u"10 × 20 pixels"_s << true;
    QTest::newRow("large") << "image/png"_ba << picture("PNG", {4000, 3000}) << u"4000 × 3000 pixels"_s << true;
    QByteArray bomb = picture("PNG", {8, 8});
    bomb.replace(16, 8, QByteArray("\0\0\xff\xff\0\0\xff\xff", 8)); // width and height in its header
    QTest::newRow("bomb") << "image/png"_ba << bomb << u"cannot be shown|too large|damaged"_s << false;
    QTest::newRow("cut") << "image/png"_ba << picture("PNG", {300, 300}).left(60) << u"damaged|cannot"_s << false;
    QTest::newRow("text") << "image/x-icon"_ba
                          << "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"_ba << u"cannot"_s << false;
}

void TestAnswerPanel::showsPictures()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(bool, isShownAsPicture);
    AnswerBench bench;
    bench.panel().showExchange(answerOf(type, bytes));
    QTRY_VERIFY2(textOf(bench.panel(), "fileText").contains(QRegularExpression(text)),
                 qPrintable(textOf(bench.panel(), "fileText")));
    QCOMPARE(!part<ImageView>(bench.panel(), "filePicture")->isEmpty(), isShownAsPicture);
    QVERIFY(!bench.panel().grab().isNull());
}

void TestAnswerPanel::savesAsReceivedAndPretty()
{
    AnswerBench bench;
    bench.showJson(R"({"b":1e400,"b":[1.0]})");
    QSignalSpy saves(&bench.panel(), &AnswerPanel::saveWanted);
    for (const char *name : {"saveReceived", "savePretty"}) {
        click(bench.panel(), "saveBody");
        auto *menu = part<QMenu>(bench.panel(), "saveMenu");
        menu->findChild<QAction *>(QString::fromLatin1(name))->trigger();
        menu->close();
        delete menu;
    }
    QCOMPARE(saves.size(), 2);
    QCOMPARE(saves.at(0), QVariantList{false});
    QCOMPARE(saves.at(1), QVariantList{true});
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"body.json"_s);
    QVERIFY(savePretty(*bench.panel().jsonIndex(), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{\n  \"b\": 1e400,\n  \"b\": [\n    1.0\n  ]\n}"_ba);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(!savePretty(*bench.panel().jsonIndex(), u"/nowhere/at/all"_s));
    // Text has one form only.
    bench.panel().showExchange(answerOf("text/plain", "x"));
    click(bench.panel(), "saveBody");
    QCOMPARE(saves.constLast(), QVariantList{false});
}

void TestAnswerPanel::copiesTheBody()
{
    AnswerBench bench;
    bench.showJson(R"({"a":1})");
    click(bench.panel(), "copyBody");
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"({"a":1})"_s);
    bench.panel().showExchange(answerOf("text/plain", QByteArray(17 * 1024 * 1024, 'x')));
    QVERIFY(!part<QAbstractButton>(bench.panel(), "copyBody")->isEnabled());
}

void TestAnswerPanel::showsHeaders()
{
    AnswerBench bench;
    Exchange exchange = answerOf("application/json", "{}");
    exchange.response.headers += HttpHeader{"Set-Cookie", "session=very-secret-value"};
    exchange.response.headers += HttpHeader{"X-Odd", "<b>\x1b[31m"};
    bench.panel().showExchange(exchange);
    bench.showTab("answerHeaders");
    auto *table = part<HeaderTable>(bench.panel(), "answerHeaders");
    QCOMPARE(table->rowCount(), 4);
    const QString all = textOf(bench.panel(), "answerHeaders");
    QVERIFY(all.contains(u"Content-Type: application/json\n"_s));
    QVERIFY(all.contains(u"X-Odd: <b>␛[31m\n"_s));
    QVERIFY(!all.contains(u"very-secret-value"_s));
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Content-Type: application/json"_s);
}

void TestAnswerPanel::opensLinksOfHeaders()
{
    AnswerBench bench;
    Exchange exchange = answerOf("application/json", "{}");
    exchange.response.headers +=
        HttpHeader{"Link", "</api/orgs?offset=50>; rel=\"next\", <https://example.org/help>; rel=help"};
    exchange.response.headers += HttpHeader{"Location", "/api/orgs/acme"};
    bench.panel().showExchange(exchange);
    bench.showTab("answerHeaders");
    auto *table = part<HeaderTable>(bench.panel(), "answerHeaders");
    QCOMPARE(table->rowCount(), 7);
    table->setCurrentCell(3, 0);
    QTest::keyClick(table, Qt::Key_Return);
    table->setCurrentCell(4, 0);
    QTest::keyClick(table, Qt::Key_Return);
    table->setCurrentCell(6, 0);
    QTest::keyClick(table, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.inside, (QList<std::pair<QUrl, bool>>{{QUrl(u"https://api.example.com/api/orgs?offset=50"_s), false},
                                                         {QUrl(u"https://api.example.com/api/orgs/acme"_s), true}}));
    QCOMPARE(bench.outside, QList<QUrl>{QUrl(u"https://example.org/help"_s)});
    QVERIFY(!textOf(bench.panel(), "answerHeaders").contains(u'→')); // the copy is what came
}

void TestAnswerPanel::showsTiming()
{
    AnswerBench bench;
    bench.showJson("{}");
    bench.showTab("answerTiming");
    const QString text = textOf(bench.panel(), "answerTiming");
    for (const QString &line : {u"queue: 3.0 ms"_s, u"connect, TLS: 26 ms"_s, u"wait: 85 ms"_s, u"total: 187 ms"_s})
        QVERIFY2(text.contains(line), qPrintable(text));
    QVERIFY(!part(bench.panel(), "answerTiming")->grab().isNull());
}

void TestAnswerPanel::namesTheTimingPhases()
{
    HttpTiming timing = answerOf({}, {}).response.timing;
    QList<double> times;
    for (const TimingPhase &phase : timingPhases(timing))
        times += phase.milliseconds;
    QCOMPARE(times, QList<double>({3, 26, 7, 85, 66}));
    timing.connectedMs = -1;
    QCOMPARE(timingPhases(timing).size(), 4);
    timing.sentMs = 120.9; // told together with the first byte: nobody knows when it was sent
    const QList<TimingPhase> merged = timingPhases(timing);
    QCOMPARE(merged.size(), 3);
    QCOMPARE(merged.at(1).milliseconds, 118.0);
    QCOMPARE(merged.at(1).colour, Colour::Success);
    QVERIFY(timingPhases({}).isEmpty());
}

void TestAnswerPanel::offersDefinitions_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("OpenAPI") << "application/json"_ba
                             << R"({"openapi":"3.0.0","paths":{}})"_ba << true;
    QTest::newRow("Swagger") << "application/json"_ba
                             << R"({"swagger":"2.0","paths":{}})"_ba << true;
    QTest::newRow("within a draft") << "application/json"_ba
                                    << R"({"id":1,"draft_api":{"openapi":"3.0.0"}})"_ba << true;
    QTest::newRow("YAML") << "application/yaml"_ba
                          << "# mine\nopenapi: 3.0.0\n"_ba << true;
    QTest::newRow("a member of that name") << "application/json"_ba
                                           << R"({"openapi":{"a":1}})"_ba << false;
    QTest::newRow("something else") << "application/json"_ba
                                    << R"({"a":"openapi"})"_ba << false;
    QTest::newRow("an array") << "application/json"_ba
                              << "[]"_ba << false;
    QTest::newRow("text") << "text/plain"_ba
                          << "about openapi: it is\n"_ba << false;
}

void TestAnswerPanel::offersDefinitions()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isOffered);
    AnswerBench bench;
    if (type == "application/json")
        bench.showJson(bytes);
    else
        bench.panel().showExchange(answerOf(type, bytes));
    QCOMPARE(isShown(bench.panel(), "answerDefinition"), isOffered);
    if (!isOffered)
        return;
    QSignalSpy wanted(&bench.panel(), &AnswerPanel::definitionWanted);
    click(bench.panel(), "openAsCatalog");
    QCOMPARE(wanted.size(), 1);
    bench.panel().reset();
    QVERIFY(!isShown(bench.panel(), "answerDefinition"));
}

void TestAnswerPanel::stopsReading()
{
    AnswerBench bench;
    bench.panel().showExchange(answerOf("application/json", "[" + "[1,2,3],"_ba.repeated(3'000'000) + "0]"));
    part<QAbstractButton>(bench.panel(), "stopReading")->click();
    QTRY_VERIFY(isShown(bench.panel(), "answerBody"));
    QVERIFY(!isShown(bench.panel(), "reading"));
    QTRY_VERIFY(textOf(bench.panel(), "answerBody").startsWith(u"[[1,2,3],"_s));
    QVERIFY(!bench.panel().jsonIndex());
}

void TestAnswerPanel::dropsAnAnswerThatIsReplaced()
{
    AnswerBench bench;
    const QByteArray large = "[" + "[1,2,3],"_ba.repeated(1'000'000) + "0]";
    bench.panel().showExchange(answerOf("application/json", large));
    bench.showJson("[7]");
    QCOMPARE(bench.rows(), QStringList({u"[ 1 ]"_s, u" 0: 7"_s}));
    bench.panel().showExchange(answerOf("application/json", large));
    bench.panel().showError({ErrorKind::Network, u"No connection."_s, {}, {}, {}, {}, 0, {}});
    QVERIFY(isShown(bench.panel(), "answerError"));
    QVERIFY(!isShown(bench.panel(), "answerTabs"));
    {
        AnswerBench shortLived;
        shortLived.panel().showExchange(answerOf("application/json", large));
    }
    QTRY_VERIFY(!bench.panel().jsonIndex());
}

void TestAnswerPanel::carriesNavigation()
{
    AnswerBench bench;
    auto *bar = new QLabel(u"orgs › acme"_s);
    bar->setObjectName(u"bar"_s);
    bench.panel().setNavigation(bar);
    QTRY_VERIFY(isShown(bench.panel(), "bar"));
    bench.showJson("{}");
    QVERIFY(bar->mapTo(&bench.panel(), QPoint()).y() <
            part(bench.panel(), "answerStatus")->mapTo(&bench.panel(), QPoint()).y());
}

void TestAnswerPanel::followsTheTheme()
{
    AnswerBench bench;
    bench.showJson(R"({"a":"b"})");
    auto *tabs = part<QTabWidget>(bench.panel(), "answerTabs");
    for (int i = 0; i < tabs->count(); ++i) {
        if (!tabs->isTabVisible(i))
            continue;
        tabs->setCurrentIndex(i);
        QList<int> lightness;
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            bench.theme().setMode(mode);
            QTest::qWait(0);
            const QImage image = tabs->grab().toImage();
            lightness += image.pixelColor(image.width() - 40, image.height() - 60).lightness();
        }
        QVERIFY2(lightness.at(0) > 200 && lightness.at(1) < 60, qPrintable(tabs->tabText(i)));
    }
}

ACX_WIDGET_TEST_MAIN(TestAnswerPanel)
#include "test_answer_panel.moc"
