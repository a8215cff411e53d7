// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/screen_bench.h"
#include "ui/main_window.h"

#include <QLineEdit>

namespace acx {

/// The whole window over a bench, with as many profiles as wanted.
struct WindowBench
{
    explicit WindowBench(int profiles = 0)
    {
        for (int i = 0; i < profiles; ++i)
            (void)bench.addProfile(QStringLiteral("Profile %1").arg(i + 1));
        window = std::make_unique<MainWindow>(bench.services());
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    [[nodiscard]] QWidget *screen(const char *name) const
    {
        return window->findChild<QWidget *>(QLatin1StringView(name));
    }
    [[nodiscard]] bool tokenArrives() const
    {
        return QTest::qWaitFor([this] { return part<QWidget>(*window, "pillMenuButton")->isVisible(); }, 20'000);
    }
    void keys(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        QTest::keyClick(window.get(), key, modifiers);
    }
    /// Opens the palette, types and runs the first command found.
    void command(const QString &typed) const
    {
        keys(Qt::Key_K);
        auto *field = part<QLineEdit>(*window, "paletteField");
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
    }

    ScreenBench bench;
    std::unique_ptr<MainWindow> window;
};

} // namespace acx
