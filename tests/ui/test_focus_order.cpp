// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every screen with the Tab key, as somebody without a mouse does.
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/main_window.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int longestWalk = 200;

QString nameOf(const QWidget *widget)
{
    return u"%1 “%2”"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName());
}

QRect place(const QWidget *widget)
{
    return {widget->mapToGlobal(QPoint(0, 0)), widget->size()};
}

/// Up is allowed only to the right: from the foot of one column to the head of the next.
bool isReadingOrder(const QWidget *from, const QWidget *to)
{
    const QRect a = place(from);
    const QRect b = place(to);
    return b.bottom() > a.top() || b.left() >= a.right();
}

/// Everything that Tab reaches, from the widget that has the focus until it comes back to one that was there before.
QList<QWidget *> walk()
{
    QList<QWidget *> visited;
    for (int i = 0; i < longestWalk; ++i) {
        QWidget *now = QApplication::focusWidget();
        if (!now || visited.contains(now))
            break;
        visited.append(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return visited;
}

bool isForTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
           !widget->focusProxy() && !widget->size().isEmpty();
}

/// Top bar, rail or screen: from one to the next the eye starts anew.
QString areaOf(const QWidget *widget)
{
    for (const QWidget *parent = widget; parent; parent = parent->parentWidget()) {
        if (parent->objectName() == u"topBar" || parent->objectName() == u"rail")
            return parent->objectName();
    }
    return u"screen"_s;
}

QString accessibleName(QWidget *widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

class TestFocusOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }

    void tabReachesEverythingInReadingOrder_data()
    {
        QTest::addColumn<Place>("place");
        QTest::addColumn<bool>("withProfile");
        QTest::newRow("welcome") << Place::Welcome << false;
        QTest::newRow("explorer") << Place::Explorer << true;
        QTest::newRow("tokens") << Place::Tokens << true;
        QTest::newRow("profiles") << Place::Profiles << true;
        QTest::newRow("history") << Place::History << true;
        QTest::newRow("settings") << Place::Settings << true;
    }
    void tabReachesEverythingInReadingOrder()
    {
        QFETCH(Place, place);
        QFETCH(bool, withProfile);
        ScreenBench bench;
        if (withProfile)
            (void)bench.addProfile(u"Acme"_s);
        MainWindow window(bench.services());
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        if (withProfile)
            QVERIFY(QTest::qWaitFor([&] { return part<QWidget>(window, "pillMenuButton")->isVisible(); }, 20'000));
        window.showPlace(place);
        QTRY_VERIFY(QApplication::focusWidget());
        const QList<QWidget *> visited = walk();
        QVERIFY2(visited.size() > 3, qPrintable(nameOf(visited.constLast())));
        QCOMPARE_LT(visited.size(), longestWalk);
        for (QWidget *widget : visited)
            QVERIFY2(!accessibleName(widget).isEmpty(), qPrintable(nameOf(widget) + u" has no accessible name"_s));
        for (const QWidget *widget : window.findChildren<QWidget *>())
            QVERIFY2(!isForTab(widget) || visited.contains(widget), qPrintable(nameOf(widget) + u" is not reached"_s));
        for (qsizetype i = 1; i < visited.size(); ++i) {
            QVERIFY2(areaOf(visited[i - 1]) != areaOf(visited[i]) || isReadingOrder(visited[i - 1], visited[i]),
                     qPrintable(nameOf(visited[i - 1]) + u" → "_s + nameOf(visited[i])));
        }
    }
};

ACX_WIDGET_TEST_MAIN(TestFocusOrder)
#include "test_focus_order.moc"
