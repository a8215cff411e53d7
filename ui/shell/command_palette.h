// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListWidget;
QT_END_NAMESPACE

namespace acx {

class Theme;

/// Something that the command palette can do.
struct Command
{
    QString id;   ///< for tests, e.g. "goTokens"
    QString text; ///< "Go to Tokens"
    QString hint; ///< the shortcut, or which group it belongs to
    std::function<void()> run;
};

/// A field and a list over the window: filters while typing (every word must occur), arrow keys, Enter, Esc. What is
/// found elsewhere follows. Object name "commandPalette"; parts: "paletteField", "paletteList".
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    CommandPalette(const Theme &theme, QWidget *window);
    /// Commands for the words typed so far, the best first; asked at each key, so it must be quick.
    using Finder = std::function<QList<Command>(const QString &words)>;
    void open(QList<Command> commands, Finder finder = {});
    void close();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void add(const Command &command, int index);
    void runCurrent();
    void place();

    QLineEdit *m_field;
    QListWidget *m_list;
    QList<Command> m_commands;
    QList<Command> m_found; ///< by m_finder
    Finder m_finder;
    QWidget *m_focusBefore = nullptr;
};

} // namespace acx
