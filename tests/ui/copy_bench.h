// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token_broker.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/ui/explorer_bench.h"
#include "ui/explorer/source_view.h"
#include "ui/main_window.h"
#include "ui/session.h"
#include "ui/tokens/secret_text_view.h"
#include "ui/widgets/secret_clipboard.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QMenu>

namespace acx {

inline const QByteArray opaque = "q7Wm2-opaque.value_of-a_token.9XkZ"; // no JSON Web Token: only its name tells
inline constexpr auto answerBody = R"({"access_token":"%1","name":"Acme Corporation","note":"nothing to hide here"})";

struct CopyStage
{
    CopyStage()
    {
        clock.set(QDateTime::currentDateTimeUtc());
        (void)bench.addProfile(QStringLiteral("Acme"));
        window = std::make_unique<MainWindow>(bench.services());
        window->resize(1400, 900);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
        if (!QTest::qWaitFor([this] { return !token().isEmpty(); }, 20'000))
            qFatal("there is no token");
    }
    [[nodiscard]] QString token()
    {
        const TokenState state = bench.services().broker.state(bench.services().session.need(TokenKind::Iam));
        return state.token ? QString::fromLatin1(state.token->value.reveal()) : QString();
    }
    [[nodiscard]] SecretClipboard &secrets() { return bench.services().clipboard; }
    /// An answer that holds a token by name only.
    void receive(const QByteArray &body, const QByteArray &typeLine = "Content-Type: application/json")
    {
        server.setHandler(answering(httpAnswer(200, body, {typeLine})));
        window->showPlace(Place::Explorer);
        type(*window, "target", server.url("/session").toString());
        click(*window, "send");
        if (!QTest::qWaitFor([this] { return isShown(*window, "answerStatus") && isShown(*window, "send"); }, 20'000))
            qFatal("there is no answer");
    }
    void showPage(const char *name)
    {
        part<QTabWidget>(*window, "answerTabs")->setCurrentWidget(part<QWidget>(*window, name));
    }

    FakeClock clock;
    ScreenBench bench{{false, {}, {}, &clock}};
    FaultServer server;
    std::unique_ptr<MainWindow> window;
};

using Way = std::function<void(CopyStage &)>;

/// Actions of a card's, the pill's or the tree's menu.
inline void choose(const CopyStage &stage, const char *menu, const QString &action)
{
    const QList<QAction *> actions = part<QMenu>(*stage.window, menu)->actions();
    for (QAction *each : actions) {
        if (each->objectName() == action)
            return each->trigger();
    }
    qFatal("There is no %s.", qPrintable(action));
}

inline void reveal(const CopyStage &stage)
{
    click(*stage.window, "cardReveal");
    part<SecretTextView>(*stage.window, "cardText")->setFocus();
}

inline void press(const CopyStage &stage, const char *name, std::initializer_list<Qt::Key> keys)
{
    QWidget *target = part<QWidget>(*stage.window, name);
    target->setFocus();
    for (const Qt::Key key : keys)
        QTest::keyClick(target, key, Qt::ControlModifier);
}

inline void copyCodeWithToken(CopyStage &stage)
{
    stage.window->showPlace(Place::Explorer);
    const MainWindow &window = *stage.window;
    type(window, "target", QStringLiteral("/api/orgs"));
    auto *kinds = part<QComboBox>(window, "tokenChoice");
    kinds->setCurrentIndex(kinds->findData(static_cast<int>(TokenKind::Iam)));
    Q_EMIT kinds->activated(kinds->currentIndex());
    part<QTabWidget>(window, "requestTabs")->setCurrentWidget(part<QWidget>(window, "requestCode"));
    auto *choice = part<QComboBox>(window, "codeToken");
    choice->setCurrentIndex(2);
    Q_EMIT choice->activated(2);
    click(window, "codeCopy");
}

inline void showText(CopyStage &stage)
{
    stage.showPage("answerBody");
    auto *source = part<SourceView>(*stage.window, "answerSource");
    QTRY_VERIFY(source->length() > 0);
}

/// Puts the current row of the tree on the value of that name.
inline void selectValue(CopyStage &stage, const QString &name)
{
    JsonTreeView &tree = treeOf(*stage.window);
    tree.unfold(JsonTreeView::allLevels);
    for (QModelIndex index = tree.tree().index(0, 0); index.isValid(); index = tree.indexBelow(index)) {
        if (tree.tree().nameText(index) == name)
            tree.setCurrentIndex(index);
    }
}

inline void selectByMouse(QWidget &viewport)
{
    QTest::mousePress(&viewport, Qt::LeftButton, {}, QPoint(14, 20));
    QTest::mouseMove(&viewport, QPoint(200, 40));
    QTest::mouseRelease(&viewport, Qt::LeftButton, {}, QPoint(200, 40));
}

} // namespace acx
