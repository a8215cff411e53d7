// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/text_finder.h"
#include "ui/theme/theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace acx {

/// Finds a text in what is shown: "answerSearch" with its counter "answerSearchCount" ("3/41"), "searchPrevious" and
/// "searchNext". Enter and F3 go to the next hit, with Shift to the one before; Esc empties the field.
class AnswerSearch final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerSearch(const Theme &theme, QWidget *parent = nullptr);

    /// What is searched; the field's text is looked for at once. None = there is nothing to search in.
    void setTarget(const std::optional<SearchTarget> &target);
    [[nodiscard]] QString needle() const;
    [[nodiscard]] TextHitsPtr hits() const { return m_finder.hits(); }
    void focusField();
    /// One hit further, or back.
    void go(int step);

Q_SIGNALS:
    /// The needle, the hits or the current one are others than before.
    void changed();
    void hitChosen(qint64 offset, qint64 length);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildField();
    void search();
    void onAdvanced();
    void choose(qsizetype index);
    void showCount();

    const Theme &m_theme;
    QLineEdit *m_field;
    QLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
    TextFinder m_finder;
    std::optional<SearchTarget> m_target;
    qsizetype m_current = -1; ///< index of the hit that is looked at
};

} // namespace acx
