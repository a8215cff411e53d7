// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/run_canary.h"
#include "tests/ui/copy_bench.h"

#include <QApplication>
#include <QDrag>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// Sees every QDrag that is made, which lives until the event loop goes on.
class DragWatch final : public QObject
{
public:
    DragWatch() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ChildAdded)
            m_made.append(static_cast<QChildEvent *>(event)->child());
        return QObject::eventFilter(watched, event);
    }
    [[nodiscard]] bool saw() const
    {
        return std::ranges::any_of(
            m_made, [](const QPointer<QObject> &made) { return qobject_cast<QDrag *>(made) != nullptr; });
    }

private:
    QList<QPointer<QObject>> m_made;
};

/// As a hand drags: down on the selected text, away in steps, up.
bool dragBegins(QWidget &viewport, const QPoint &from)
{
    const DragWatch watch;
    bool began = false;
    QTest::mousePress(&viewport, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 6; ++step) {
        QTest::mouseMove(&viewport, from + QPoint(step * 8, step * 2));
        began = began || watch.saw();
    }
    QTest::mouseRelease(&viewport, Qt::LeftButton, {}, from + QPoint(48, 12));
    return began;
}

QWidget &viewportOf(const CopyStage &stage, const char *name)
{
    return *part<QAbstractScrollArea>(*stage.window, name)->viewport();
}

QByteArray answerWithSecret()
{
    return QByteArray(answerBody).replace("%1", runSecret());
}

void showRequestPage(const CopyStage &stage, QWidget *page)
{
    auto *tabs = part<QTabWidget>(*stage.window, "requestTabs");
    while (page && tabs->indexOf(page) < 0)
        page = page->parentWidget();
    tabs->setCurrentWidget(page);
}

} // namespace

Q_DECLARE_METATYPE(Way)

/// Row C1, drag: what is dragged out bears no mark and cannot be cleared, so nothing that may be secret is dragged.
class TestDrags final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void aDragIsSeen();
    void nothingIsDraggedOut_data();
    void nothingIsDraggedOut();
};

/// The watch itself: Qt's own editor begins a drag.
void TestDrags::aDragIsSeen()
{
    QPlainTextEdit edit(u"a text to be dragged along"_s);
    edit.resize(400, 200);
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    edit.selectAll();
    QVERIFY(dragBegins(*edit.viewport(), edit.cursorRect(QTextCursor(edit.document())).center() + QPoint(30, 0)));
}

void TestDrags::nothingIsDraggedOut_data()
{
    QTest::addColumn<Way>("show");
    QTest::addColumn<QByteArray>("view");
    QTest::newRow("C1 drag, revealed token") << Way([](CopyStage &stage) { reveal(stage); }) << "cardText"_ba;
    QTest::newRow("C1 drag, answer as text") << Way([](CopyStage &stage) {
        stage.receive(answerWithSecret());
        (void)treeOf(*stage.window);
        showText(stage);
    }) << "answerSource"_ba;
    QTest::newRow("C1 drag, answer as tree") << Way([](CopyStage &stage) {
        stage.receive(answerWithSecret());
        selectValue(stage, u"access_token"_s);
    }) << "answerTree"_ba;
    QTest::newRow("C1 drag, large answer") << Way([](CopyStage &stage) {
        stage.receive(runSecret() + QByteArray(2'000'000, 'x'), "Content-Type: text/plain");
        stage.showPage("answerBody");
        QTRY_VERIFY(isShown(*stage.window, "answerLargeText"));
    }) << "answerLargeText"_ba;
    QTest::newRow("C1 drag, answer as bytes") << Way([](CopyStage &stage) {
        stage.receive(runSecret() + QByteArray("\0\1\2", 3), "Content-Type: application/octet-stream");
        stage.showPage("answerHex");
        QTRY_VERIFY(isShown(*stage.window, "answerHex"));
    }) << "answerHex"_ba;
    QTest::newRow("C1 drag, request headers") << Way([](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        auto *headers = part<QPlainTextEdit>(*stage.window, "requestHeaders");
        headers->setPlainText(u"X-IBM-Client-Secret: "_s + QString::fromLatin1(runSecret()));
        showRequestPage(stage, headers);
    }) << "requestHeaders"_ba;
    QTest::newRow("C1 drag, request body") << Way([](CopyStage &stage) {
        stage.window->showPlace(Place::Explorer);
        part<QComboBox>(*stage.window, "method")->setCurrentText(u"POST"_s);
        auto *body = part<QWidget>(*stage.window, "requestBody");
        showRequestPage(stage, body);
        body->setProperty("plainText", QString::fromLatin1(answerWithSecret()));
    }) << "requestBody"_ba;
    QTest::newRow("C1 drag, code") << Way([](CopyStage &stage) {
        copyCodeWithToken(stage);
        auto *choice = part<QComboBox>(*stage.window, "codeToken");
        choice->setCurrentIndex(0);
        Q_EMIT choice->activated(0);
    }) << "codeText"_ba;
    QTest::newRow("C1 drag, code with the token") << Way(copyCodeWithToken) << "codeText"_ba;
}

void TestDrags::nothingIsDraggedOut()
{
    QFETCH(Way, show);
    QFETCH(QByteArray, view);
    CopyStage stage;
    show(stage);
    QTRY_VERIFY(isShown(*stage.window, view.constData()));
    QWidget &viewport = viewportOf(stage, view.constData());
    viewport.parentWidget()->setFocus();
    QTest::keyClick(viewport.parentWidget(), Qt::Key_A, Qt::ControlModifier);
    for (const QPoint &from : {QPoint(90, 10), QPoint(120, 22)})
        QVERIFY(!dragBegins(viewport, from));
}

ACX_WIDGET_TEST_MAIN(TestDrags)
#include "test_drags.moc"
