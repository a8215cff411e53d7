// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/completion.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;
QT_END_NAMESPACE

namespace acx {

class Clock;
class ElidedLabel;
class Theme;

/// What the API itself offers for a text field, below that field, over the window. Typing filters by value, title and
/// id; Down and Up choose, Enter takes, Esc closes, and so does leaving the field. Object name "completionPopup";
/// parts: "completionList", "completionFoot" (where the offers come from and when), "completionError",
/// "completionRefresh".
class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    CompletionPopup(const Theme &theme, const Clock &clock, QWidget *window);

    /// Shows it below the field, still without offers.
    void openFor(QLineEdit *line);
    [[nodiscard]] bool isOpenFor(const QLineEdit *line) const { return isVisible() && m_line == line; }
    void showLoading();
    /// A list without LiveList::fetchedAt is of examples: its source is told as it is, it cannot be asked for again,
    /// and typing something else closes it.
    void showOffers(const LiveList &list);
    void showError(const Error &error);
    void close();

Q_SIGNALS:
    void chosen(const acx::LiveValue &value);
    void refreshWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QLineEdit *line);
    void filter(const QString &typed);
    void chooseCurrent();
    void move(int step);
    [[nodiscard]] bool handleKey(int key);
    void tellAge();
    void tellError(const QString &text);
    void place();

    const Theme &m_theme;
    const Clock &m_clock;
    QPointer<QLineEdit> m_line;
    const QObject *m_watched = nullptr; ///< the same, for comparing only: a line edit that is going is none any more
    LiveList m_offers;
    QListWidget *m_list;
    ElidedLabel *m_foot;
    QLabel *m_error;
    QToolButton *m_refresh;
    QTimer m_age;
};

} // namespace acx
