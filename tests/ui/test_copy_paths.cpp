// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wait.h"
#include "tests/ui/copy_bench.h"
#include "ui/explorer/large_text_view.h"
#include "ui/explorer/parameter_field.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/history/history_detail.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/tokens/secret_text_view.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/secret_field.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Way)

namespace {

const QString opaqueText = QString::fromLatin1(opaque);

/// Selects these words, and no name beside them, and presses Ctrl+C.
void copyWords(const QWidget &root, const char *name, const QString &words)
{
    auto *view = part<QWidget>(root, name);
    view->setFocus();
    QCOMPARE(QApplication::focusWidget(), view);
    if (auto *line = qobject_cast<QLineEdit *>(view)) {
        const qsizetype at = line->text().indexOf(words);
        QVERIFY(at >= 0);
        line->setSelection(int(at), int(words.size()));
        QCOMPARE(line->selectedText(), words);
    } else if (auto *plain = qobject_cast<QPlainTextEdit *>(view)) {
        QVERIFY(plain->find(words));
    } else if (auto *code = qobject_cast<QsciScintilla *>(view)) {
        QVERIFY(code->findFirst(words, false, true, false, false, true, 0, 0));
    } else if (auto *large = qobject_cast<LargeTextView *>(view)) {
        const qsizetype at = bodyOf(root).indexOf(words.toUtf8());
        QVERIFY(at >= 0);
        large->goTo(at, words.toUtf8().size());
        QCOMPARE(large->selectedText(), words);
    }
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
}

void showRequestPage(const CopyStage &stage, QWidget *page)
{
    auto *tabs = part<QTabWidget>(*stage.window, "requestTabs");
    while (page && tabs->indexOf(page) < 0)
        page = page->parentWidget();
    tabs->setCurrentWidget(page);
}

Way inRequestHeaders(const QString &words)
{
    return [words](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        auto *headers = part<QPlainTextEdit>(*stage.window, "requestHeaders");
        headers->setPlainText(u"Accept-Language: en-GB,en\nX-IBM-Client-Secret: "_s + opaqueText);
        showRequestPage(stage, headers);
        copyWords(*stage.window, "requestHeaders", words);
    };
}

Way inRequestBody(const QString &words)
{
    return [words](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        part<QComboBox>(*stage.window, "method")->setCurrentText(u"POST"_s);
        auto *body = part<QWidget>(*stage.window, "requestBody");
        showRequestPage(stage, body);
        body->setProperty("plainText", u"{\"password\": \"%1\", \"name\": \"Acme Corporation\"}"_s.arg(opaqueText));
        copyWords(*stage.window, "requestBody", words);
    };
}

Way inAddress(const QString &words)
{
    return [words](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        type(*stage.window, "target", u"/v1/catalogs?apikey=%1&fields=everything"_s.arg(opaqueText));
        copyWords(*stage.window, "target", words);
    };
}

/// A field of a form whose name the person wrote beside it.
Way inFormPart(const QString &name)
{
    return [name](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        part<QComboBox>(*stage.window, "method")->setCurrentText(u"POST"_s);
        showRequestPage(stage, part<QWidget>(*stage.window, "bodyParts"));
        part<QComboBox>(*stage.window, "bodyType")->setCurrentText(u"multipart/form-data"_s);
        type(*stage.window, "partName0", name);
        type(*stage.window, "partValue0", opaqueText);
        copyWords(*stage.window, "partValue0", opaqueText);
    };
}

void inShownParameter(CopyStage &stage)
{
    OperationParameter parameter;
    parameter.name = u"apikey"_s;
    parameter.type = u"string"_s;
    auto *field = new ParameterField(stage.bench.services().theme, parameter, stage.window.get());
    field->setValues({opaqueText});
    field->resize(600, 80);
    field->show();
    field->raise();
    field->line()->setEchoMode(QLineEdit::Normal);
    copyWords(*field, "value:query:apikey", opaqueText);
}

/// Names of secrets become known over the years, so an old entry may still hold one.
Way inHistoryEntry(const QString &words)
{
    return [words](CopyStage &stage) {
        HistoryEntry entry;
        entry.row.method = "GET"_ba;
        entry.row.url = u"https://api.acme.example/v1/me"_s;
        entry.row.status = 200;
        entry.row.sentAt = stage.clock.now();
        entry.requestHeaders = {{"Accept"_ba, "application/json"_ba}, {"X-IBM-Client-Secret"_ba, opaque}};
        entry.responseHeaders = {{"X-Request-Id"_ba, "request-12345"_ba}};
        auto *detail = new HistoryDetail(stage.bench.services(), stage.window.get());
        detail->resize(stage.window->size());
        detail->setEntry(entry);
        detail->show();
        detail->raise();
        part<QTabWidget>(*detail, "entryTabs")->setCurrentWidget(part<QWidget>(*detail, "entryHeaders"));
        copyWords(*detail, "entryHeaders", words);
    };
}

/// The secret lies where an answer is no longer read when it comes.
Way inLargeAnswer(const QString &words)
{
    return [words](CopyStage &stage) {
        const QByteArray filler = "one line of many\n"_ba.repeated(100'000);
        stage.receive(filler + "client_secret=" + opaque + "\nan ordinary remark\n", "Content-Type: text/plain");
        stage.showPage("answerBody");
        QTRY_VERIFY(isShown(*stage.window, "answerLargeText"));
        copyWords(*stage.window, "answerLargeText", words);
    };
}

/// More secrets than are remembered of answers; the first is forgotten.
void inAnswerOfMany(CopyStage &stage)
{
    QByteArray body = R"({"apps":[{"client_secret":")" + opaque + "\"}";
    for (int i = 0; i < 100; ++i)
        body += R"(,{"client_secret":"another-secret-)" + QByteArray::number(i) + "\"}";
    stage.receive(body + "]}");
    (void)treeOf(*stage.window);
    showText(stage);
    copyWords(*stage.window, "answerSource", opaqueText);
}

} // namespace

/// Rows C1 to C4 and C7 of the clipboard, through the widgets that a person uses.
class TestCopyPaths final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        for (const QClipboard::Mode mode : {QClipboard::Clipboard, QClipboard::Selection}) {
            if (mode == QClipboard::Clipboard || QGuiApplication::clipboard()->supportsSelection())
                QGuiApplication::clipboard()->clear(mode);
        }
    }
    void everyWayIsMarkedAndCleared_data();
    void everyWayIsMarkedAndCleared();
    void whatIsHarmlessStaysAsItIs_data();
    void whatIsHarmlessStaysAsItIs();
    void theSelectionIsMarkedAndCleared_data();
    void theSelectionIsMarkedAndCleared();
    void isClearedInTime_data();
    void isClearedInTime();
    void dragsNothingOut();
    void hiddenTextCopiesNothing_data();
    void hiddenTextCopiesNothing();
    void knowsASecret_data();
    void knowsASecret();
    void knowsASecretByItsSource_data();
    void knowsASecretByItsSource();
    void aLargeTextIsMarkedFirst();
    void theLatestTextCounts();
    void aSelectionLeavesTheClipboardAlone();
};

void TestCopyPaths::everyWayIsMarkedAndCleared_data()
{
    QTest::addColumn<Way>("copy");
    QTest::addColumn<QByteArray>("contains"); // empty: the token, or a part of it
    const auto button = [](const char *name) { return [name](CopyStage &stage) { click(*stage.window, name); }; };
    const auto menu = [](const char *name, const char *action) {
        return [name, action](CopyStage &stage) { choose(stage, name, QString::fromLatin1(action)); };
    };
    const auto row = [](const char *name, const Way &way, const QByteArray &contains = {}) {
        QTest::newRow(name) << way << contains;
    };
    for (const char *name : {"cardCopyBearer", "cardCopyHeader", "cardCopyCurl", "pillCopy"})
        row(qPrintable("C1 button "_L1 + QLatin1StringView(name)), button(name));
    for (const char *name : {"cardMenu", "pillMenu"}) {
        for (const char *action : {"copyRaw", "copyBearer", "copyHeader", "copyCurl", "copyEnv", "copyJson"})
            row(qPrintable(u"C1 menu %1 %2"_s.arg(QLatin1StringView(name), QLatin1StringView(action))),
                menu(name, action));
    }
    row("C1 shortcut", [](CopyStage &stage) {
        QTest::keyClick(stage.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    });
    row("C1 palette", [](CopyStage &stage) {
        QTest::keyClick(stage.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(part<QLineEdit>(*stage.window, "paletteField"), u"copy as header"_s);
        QTest::keyClick(part<QLineEdit>(*stage.window, "paletteField"), Qt::Key_Return);
    });
    row("C1 Ctrl+C in the revealed field", [](CopyStage &stage) {
        reveal(stage);
        press(stage, "cardText", {Qt::Key_C});
    });
    row("C1 context menu of the revealed field", [](CopyStage &stage) {
        reveal(stage);
        auto *text = part<SecretTextView>(*stage.window, "cardText");
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(9, 9), text->viewport()->mapToGlobal(QPoint(9, 9)));
        QCoreApplication::sendEvent(text->viewport(), &event);
        choose(stage, "secretMenu", u"secretCopy"_s);
    });
    row("C1 code with the token", copyCodeWithToken);

    const auto answer = [](const Way &way) {
        return [way](CopyStage &stage) {
            stage.receive(QByteArray(answerBody).replace("%1", opaque));
            (void)treeOf(*stage.window);
            way(stage);
        };
    };
    row("C1 answer, tree, value", answer([](CopyStage &stage) {
            selectValue(stage, u"access_token"_s);
            press(stage, "answerTree", {Qt::Key_C});
        }),
        opaque);
    row(
        "C1 answer, copied before it was read",
        [](CopyStage &stage) {
            QGuiApplication::clipboard()->setText(QString::fromLatin1(opaque));
            QVERIFY(!SecretClipboard::isMarked(*QGuiApplication::clipboard()->mimeData()));
            stage.receive(QByteArray(answerBody).replace("%1", opaque) + QByteArray(20'000, ' '));
        },
        opaque);
    row("C1 answer, tree, everything", answer([](CopyStage &stage) {
            JsonTreeView &tree = treeOf(*stage.window);
            tree.setCurrentIndex(tree.tree().index(0, 0));
            tree.copySubtree();
        }),
        opaque);
    row("C1 answer, text", answer([](CopyStage &stage) {
            showText(stage);
            press(stage, "answerSource", {Qt::Key_A, Qt::Key_C});
        }),
        opaque);
    row("C1 answer, whole body", answer(button("copyBody")), opaque);
    row(
        "C1 answer, bytes",
        [](CopyStage &stage) {
            stage.receive("\x01\x02 access_token=" + opaque + "; \x03\x04", "Content-Type: application/octet-stream");
            stage.showPage("answerHex");
            press(stage, "answerHex", {Qt::Key_A, Qt::Key_C});
        },
        "61 63 63 65 73");
    row(
        "C1 request, address line",
        [](CopyStage &stage) {
            stage.window->showPlace(Place::Explorer);
            type(*stage.window, "target", u"/v1/me?access_token="_s + QString::fromLatin1(opaque));
            press(stage, "target", {Qt::Key_A, Qt::Key_C});
        },
        opaque);

    // Only the value is selected.
    row("C1 value of a request header", inRequestHeaders(opaqueText), opaque);
    row("C1 value in the body", inRequestBody(opaqueText), opaque);
    row("C1 value in the address", inAddress(opaqueText), opaque);
    row("C1 part of a value", inRequestHeaders(opaqueText.mid(3, 8)), opaque.mid(3, 8));
    row("C1 part of a value, in the body", inRequestBody(opaqueText.mid(3, 8)), opaque.mid(3, 8));
    row("C1 part of a value, in the address", inAddress(opaqueText.mid(3, 8)), opaque.mid(3, 8));
    row("C1 part of a value and what follows it", inRequestBody(opaqueText.last(9) + u"\", \"name"_s), opaque.last(9));
    row("C1 value of a form field", inFormPart(u"client_secret"_s), opaque);
    row("C1 secret parameter that is shown", inShownParameter, opaque);
    row("C1 history entry", inHistoryEntry(opaqueText), opaque);
    row("C1 large answer, value", inLargeAnswer(opaqueText), opaque);
    row("C1 large answer, part of a value", inLargeAnswer(opaqueText.mid(3, 8)), opaque.mid(3, 8));
    row("C1 answer of many secrets, the first", inAnswerOfMany, opaque);
}

void TestCopyPaths::everyWayIsMarkedAndCleared()
{
    QFETCH(Way, copy);
    QFETCH(QByteArray, contains);
    CopyStage stage;
    const QByteArray wanted = contains.isEmpty() ? stage.token().toLatin1() : contains;
    copy(stage);
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    QTRY_VERIFY2(clipboard.text().toUtf8().contains(wanted), "it was not copied");
    QTRY_VERIFY(SecretClipboard::isMarked(*clipboard.mimeData())); // C2
    QCOMPARE(clipboard.mimeData()->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
    QVERIFY(clipboard.mimeData()->hasFormat(u"application/x-nspasteboard-concealed-type"_s));
    QVERIFY(clipboard.mimeData()->hasFormat(
        u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s));
    QTRY_COMPARE(stage.secrets().remaining(), 30s); // C3, and it is told
    QVERIFY(textOf(*stage.window, "statusLeft").contains(u"The clipboard clears in 30 s"_s));
    stage.clock.advance(30s);
    stage.secrets().checkNow();
    QCOMPARE(clipboard.text(), QString());
    QCOMPARE(stage.secrets().remaining(), 0s);
}

void TestCopyPaths::whatIsHarmlessStaysAsItIs_data()
{
    QTest::addColumn<Way>("copy");
    QTest::addColumn<QString>("text");
    QTest::newRow("tree, value") << Way([](CopyStage &stage) {
        stage.receive(QByteArray(answerBody).replace("%1", opaque));
        selectValue(stage, u"name"_s);
        press(stage, "answerTree", {Qt::Key_C});
    }) << u"Acme Corporation"_s;
    QTest::newRow("tree, path") << Way([](CopyStage &stage) {
        stage.receive(QByteArray(answerBody).replace("%1", opaque));
        selectValue(stage, u"access_token"_s);
        QTest::keyClick(&treeOf(*stage.window), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    }) << u"/access_token"_s;
    QTest::newRow("whole body") << Way([](CopyStage &stage) {
        stage.receive(R"({"name":"Acme","secret_required":true,"token_type":"Bearer"})");
        (void)treeOf(*stage.window);
        click(*stage.window, "copyBody");
    }) << uR"({"name":"Acme","secret_required":true,"token_type":"Bearer"})"_s;
    QTest::newRow("address line") << Way([](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        type(*stage.window, "target", u"/api/orgs?limit=5"_s);
        press(stage, "target", {Qt::Key_A, Qt::Key_C});
    }) << u"/api/orgs?limit=5"_s;
    // Words of the same texts as in the rows above.
    const auto row = [](const char *name, const Way &way, const QString &text) { QTest::newRow(name) << way << text; };
    row("C1 word of a request header", inRequestHeaders(u"en-GB,en"_s), u"en-GB,en"_s);
    row("C1 name of a request header", inRequestHeaders(u"X-IBM-Client-Secret"_s), u"X-IBM-Client-Secret"_s);
    row("C1 a few characters of a value", inRequestHeaders(opaqueText.mid(3, 6)), opaqueText.mid(3, 6));
    row("C1 word in the body", inRequestBody(u"Acme Corporation"_s), u"Acme Corporation"_s);
    row("C1 word in the address", inAddress(u"everything"_s), u"everything"_s);
    row("C1 value of an ordinary form field", inFormPart(u"title"_s), opaqueText);
    row("C1 word of a history entry", inHistoryEntry(u"request-12345"_s), u"request-12345"_s);
    row("C1 words of a large answer", inLargeAnswer(u"an ordinary remark"_s), u"an ordinary remark"_s);
}

void TestCopyPaths::whatIsHarmlessStaysAsItIs()
{
    QFETCH(Way, copy);
    QFETCH(QString, text);
    CopyStage stage;
    copy(stage);
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    QTRY_COMPARE(clipboard.text(), text);
    QTest::qWait(20);
    QTRY_VERIFY(!SecretClipboard::isMarked(*clipboard.mimeData())); // from a large source, it is marked first
    QCOMPARE(stage.secrets().remaining(), 0s);
    stage.clock.advance(31s);
    stage.secrets().checkNow();
    stage.secrets().clearNow();
    QCOMPARE(clipboard.text(), text);
}

void TestCopyPaths::theSelectionIsMarkedAndCleared_data()
{
    QTest::addColumn<Way>("select");
    QTest::newRow("C1 primary selection, revealed field") << Way([](CopyStage &stage) {
        reveal(stage);
        selectByMouse(*part<SecretTextView>(*stage.window, "cardText")->viewport());
    });
    QTest::newRow("C1 primary selection, answer") << Way([](CopyStage &stage) {
        stage.receive(QByteArray(answerBody).replace("%1", opaque));
        (void)treeOf(*stage.window);
        showText(stage);
        press(stage, "answerSource", {Qt::Key_A});
    });
}

void TestCopyPaths::theSelectionIsMarkedAndCleared()
{
    if (!QGuiApplication::clipboard()->supportsSelection())
        QSKIP("this platform has no primary selection");
    QFETCH(Way, select);
    CopyStage stage;
    select(stage);
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    QTRY_VERIFY(!clipboard.text(QClipboard::Selection).isEmpty());
    QTRY_VERIFY(SecretClipboard::isMarked(*clipboard.mimeData(QClipboard::Selection)));
    QVERIFY(clipboard.text().isEmpty());
    stage.clock.advance(30s);
    stage.secrets().checkNow();
    QCOMPARE(clipboard.text(QClipboard::Selection), QString()); // C4
}

void TestCopyPaths::isClearedInTime_data()
{
    QTest::addColumn<Way>("end");
    QTest::newRow("C3 time") << Way([](CopyStage &stage) { stage.clock.advance(30s); });
    QTest::newRow("C3 expiry") << Way([](CopyStage &stage) {
        const TokenState state =
            stage.bench.services().broker.state(stage.bench.services().session.need(TokenKind::Iam));
        QVERIFY(waitFor(stage.bench.services().settings.setLockTime(0min))); // the clock jumps
        stage.clock.set(state.token->expiresAt.addSecs(-4));
        press(stage, "cardText", {Qt::Key_C});
        QCOMPARE(stage.secrets().remaining(), 4s);
        stage.clock.advance(4s);
    });
    QTest::newRow("C3 lock") << Way(
        [](CopyStage &stage) { QTest::keyClick(stage.window.get(), Qt::Key_L, Qt::ControlModifier); });
    QTest::newRow("C3 clear now") << Way([](CopyStage &stage) {
        QTest::keyClick(stage.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(part<QLineEdit>(*stage.window, "paletteField"), u"clear clipboard"_s);
        QTest::keyClick(part<QLineEdit>(*stage.window, "paletteField"), Qt::Key_Return);
    });
    QTest::newRow("C3 quit") << Way([](CopyStage &) {
        QTimer::singleShot(0, qApp, [] { QCoreApplication::quit(); });
        QCoreApplication::exec();
    });
}

void TestCopyPaths::isClearedInTime()
{
    QFETCH(Way, end);
    for (const bool stillOurs : {true, false}) {
        CopyStage stage;
        reveal(stage);
        press(stage, "cardText", {Qt::Key_C});
        QVERIFY(SecretClipboard::isMarked(*QGuiApplication::clipboard()->mimeData()));
        // What another program copies meanwhile is not ours to remove; the shopping list stands for it.
        if (!stillOurs)
            QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        if (stillOurs || QLatin1StringView(QTest::currentDataTag()) != "C3 expiry"_L1)
            end(stage);
        stage.secrets().checkNow();
        QCOMPARE(QGuiApplication::clipboard()->text(), stillOurs ? QString() : u"a shopping list"_s);
        QGuiApplication::clipboard()->clear();
    }
}

void TestCopyPaths::dragsNothingOut()
{
    CopyStage stage;
    reveal(stage);
    auto *text = part<SecretTextView>(*stage.window, "cardText");
    text->selectAll();
    selectByMouse(*text->viewport()); // a drag, if there was one, would wait here for its end
    press(stage, "cardText", {Qt::Key_C});
    const QString part = QGuiApplication::clipboard()->text();
    QVERIFY(!part.isEmpty() && part.size() < stage.token().size()); // it selected anew
    QVERIFY(stage.token().contains(part));
}

void TestCopyPaths::hiddenTextCopiesNothing_data()
{
    QTest::addColumn<Way>("copy");
    QTest::newRow("C7 Ctrl+C in the hidden token") << Way([](CopyStage &stage) {
        press(stage, "cardText", {Qt::Key_A, Qt::Key_C, Qt::Key_X});
    });
    QTest::newRow("C7 menu of the hidden token") << Way([](CopyStage &stage) {
        auto *text = part<SecretTextView>(*stage.window, "cardText");
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(9, 9), text->viewport()->mapToGlobal(QPoint(9, 9)));
        QCoreApplication::sendEvent(text->viewport(), &event);
        QVERIFY(!stage.window->findChild<QMenu *>(u"secretMenu"_s));
    });
    QTest::newRow("C7 mouse in the hidden token")
        << Way([](CopyStage &stage) { selectByMouse(*part<SecretTextView>(*stage.window, "cardText")->viewport()); });
    QTest::newRow("C7 revealed and hidden again by itself") << Way([](CopyStage &stage) {
        auto *text = part<SecretTextView>(*stage.window, "cardText");
        text->setRevealTime(30ms);
        reveal(stage);
        QVERIFY(text->isRevealed());
        QTRY_VERIFY(!text->isRevealed());
        press(stage, "cardText", {Qt::Key_A, Qt::Key_C});
    });
    for (const bool shown : {false, true})
        QTest::newRow(shown ? "C7 shown entry" : "C7 masked entry") << Way([shown](CopyStage &stage) {
            SecretField field(u"entry"_s);
            field.show();
            field.line()->setText(stage.token());
            if (shown)
                click(field, "entryShow");
            for (const Qt::Key key : {Qt::Key_A, Qt::Key_C, Qt::Key_X, Qt::Key_Insert})
                QTest::keyClick(field.line(), key, Qt::ControlModifier);
        });
}

void TestCopyPaths::hiddenTextCopiesNothing()
{
    QFETCH(Way, copy);
    CopyStage stage;
    copy(stage);
    const QClipboard &clipboard = *QGuiApplication::clipboard();
    QCOMPARE(clipboard.text(), QString());
    if (clipboard.supportsSelection())
        QCOMPARE(clipboard.text(QClipboard::Selection), QString());
}

void TestCopyPaths::knowsASecret_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isSecret");
    QTest::newRow("known") << opaque << true;
    QTest::newRow("known, in a line") << "export TOKEN='" + opaque + "'\n" << true;
    QTest::newRow("known, a part of it") << opaque.mid(5, 14) << true;
    QTest::newRow("known, a part of it with blanks") << " " + opaque.mid(5, 14) + "\n" << true;
    QTest::newRow("known, in base64") << ("apikey:" + opaque).toBase64() << true;
    QTest::newRow("too short to tell") << opaque.mid(5, 4) << false;
    QTest::newRow("by its name") << QByteArray(R"({"client_secret": "s3cr3t-value"})") << true;
    QTest::newRow("by its looks") << QByteArray("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl") << true;
    QTest::newRow("header") << QByteArray("Authorization: Bearer 0123456789abcdef0123") << true;
    QTest::newRow("a pointer") << QByteArray("/items/0/access_token") << false;
    QTest::newRow("prose") << QByteArray("Renew the token now.") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestCopyPaths::knowsASecret()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isSecret);
    QCOMPARE(holdsSecret(text, {Secret(opaque), Secret()}), isSecret);
}

void TestCopyPaths::knowsASecretByItsSource_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isSecret");
    const auto row = [](const char *name, const QByteArray &source, const QByteArray &text, bool isSecret) {
        QTest::newRow(name) << source << text << isSecret;
    };
    const QByteArray json = R"({"password": "hunter22-and-more", "pin_token": "k7wz", "hint": "the hunter"})";
    row("value", json, "hunter22-and-more", true);
    row("value with its quotation marks", json, R"("hunter22-and-more",)", true);
    row("value and more", json, R"(hunter22-and-more", "pin)", true);
    row("part", json, "hunter22", true);
    row("end of it and more", json, R"(and-more", "pin)", true);
    row("less than a part", json, "hunter2", false);
    row("short value", json, "k7wz", true);
    row("part of a short value", json, "k7w", false);
    row("name", json, "password", false);
    row("other value", json, "the hunter", false);
    row("nothing", json, " \n", false);
    row("not from there", json, "something else", false);
    row("no source", {}, "hunter22-and-more", false);
    row("value elsewhere in the source", "user hunter22-and-more said: " + json, "user hunter22-and-more", true);
    row("decoded value", R"({"password": "a \"quoted\" one"})", R"(a "quoted" one)", true);
    row("nested as text", R"({"body": "{\"password\": \"hunter22-and-more\"}"})", "hunter22-and-more", true);
    row("yes or no", R"({"secret_required": true, "other": true})", "true", false);
    const QByteArray object = R"({"secrets": {"user": "anna", "pin": 4711, "keys": ["k7wz", "n o"]}, "user": "kirk"})";
    row("word of a secret object", object, "anna", true);
    row("number of a secret object", object, "4711", true);
    row("word of a list in a secret object", object, R"("k7wz",)", true);
    row("part of a word of a secret object", object, "k7w", false);
    row("word beside a secret object", object, "kirk", false);
    row("password of an address", "https://acme:hunter22@api.acme.example/v1", "hunter22", true);
    row("host of an address", "https://acme:hunter22@api.acme.example/v1", "api.acme.example", false);
    row("dots for what is hidden", "Authorization: \u2022\u2022\u2022\u2022\u2022\u2022",
        "\u2022\u2022\u2022\u2022\u2022\u2022", false);
    const QByteArray large = "a line of no interest\n"_ba.repeated(50'000);
    const QByteArray inMiddle = large + "client_secret=" + opaque + "\nan ordinary remark\n" + large;
    row("value in a large source", inMiddle, opaque, true);
    row("part in a large source", inMiddle, opaque.mid(3, 8), true);
    row("end of it and more in a large source", inMiddle, opaque.last(8) + "\nan ordinary remark\n" + large, true);
    row("other words in a large source", inMiddle, "an ordinary remark", false);
    row("most of a large source", inMiddle, "an ordinary remark\n" + large, false);
    row("at the very end", large + "client_secret=" + opaque, opaque, true);
    row("at the very beginning", "client_secret=" + opaque + '\n' + large, opaque, true);
    row("first without its name", opaque + '\n' + large + "client_secret=" + opaque, opaque, true);
}

void TestCopyPaths::knowsASecretByItsSource()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, text);
    QFETCH(bool, isSecret);
    QCOMPARE(isSecretIn(source, text), isSecret);
}

void TestCopyPaths::aLargeTextIsMarkedFirst()
{
    CopyStage stage;
    QClipboard &clipboard = *QGuiApplication::clipboard();
    const QString harmless = u"nothing to hide here\n"_s.repeated(5000);
    clipboard.setText(harmless);
    QVERIFY(SecretClipboard::isMarked(*clipboard.mimeData()));
    QTRY_VERIFY(!SecretClipboard::isMarked(*clipboard.mimeData()));
    QCOMPARE(clipboard.text(), harmless);
    QCOMPARE(stage.secrets().remaining(), 0s);
    const QString secret = harmless + stage.token();
    clipboard.setText(secret);
    QVERIFY(SecretClipboard::isMarked(*clipboard.mimeData()));
    QTRY_COMPARE(stage.secrets().remaining(), 30s);
    QVERIFY(SecretClipboard::isMarked(*clipboard.mimeData()));
    QCOMPARE(clipboard.text(), secret);
}

void TestCopyPaths::theLatestTextCounts()
{
    CopyStage stage;
    QClipboard &clipboard = *QGuiApplication::clipboard();
    const QString harmless = u"nothing to hide here\n"_s.repeated(5000);
    const QString secret = harmless + stage.token();
    // The later one waits for the thread that looks at the earlier one.
    clipboard.setText(secret);
    clipboard.setText(harmless);
    QTRY_VERIFY(!SecretClipboard::isMarked(*clipboard.mimeData()));
    QCOMPARE(clipboard.text(), harmless);
    QCOMPARE(stage.secrets().remaining(), 0s);
    clipboard.setText(harmless + u'.');
    clipboard.setText(secret);
    QTRY_COMPARE(stage.secrets().remaining(), 30s);
    QVERIFY(SecretClipboard::isMarked(*clipboard.mimeData()));
    QCOMPARE(clipboard.text(), secret);
}

void TestCopyPaths::aSelectionLeavesTheClipboardAlone()
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    if (!clipboard.supportsSelection())
        QSKIP("this platform has no primary selection");
    CopyStage stage;
    const QString secret = u"nothing to hide here\n"_s.repeated(5000) + stage.token();
    clipboard.setText(secret);
    clipboard.setText(u"a word"_s, QClipboard::Selection); // while the secret is still looked at
    QTRY_COMPARE(stage.secrets().remaining(), 30s);
    QCOMPARE(clipboard.text(), secret);
    stage.clock.advance(30s);
    stage.secrets().checkNow();
    QCOMPARE(clipboard.text(), QString());
    QCOMPARE(clipboard.text(QClipboard::Selection), u"a word"_s);
}

ACX_WIDGET_TEST_MAIN(TestCopyPaths)
#include "test_copy_paths.moc"
