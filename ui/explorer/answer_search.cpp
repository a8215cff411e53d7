// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_search.h"

#include "ui/explorer/json_tree_model.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int fieldWidth = 170; // pixels
constexpr int fieldHeight = 26; // pixels
constexpr int longestNeedle = 1000;

} // namespace

AnswerSearch::AnswerSearch(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_count(makeLabel({}, LabelKind::SmallMuted, m_field))
    , m_previous(makeIconButton(theme, u"chevron-up"_s, tr("Previous hit (Shift+F3)"), this))
    , m_next(makeIconButton(theme, u"chevron-down"_s, tr("Next hit (F3)"), this))
{
    m_previous->setObjectName(u"searchPrevious"_s);
    m_next->setObjectName(u"searchNext"_s);
    buildField();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::S), 0, Theme::space(Space::S), 0);
    layout->setSpacing(0);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    connect(m_field, &QLineEdit::textChanged, this, &AnswerSearch::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
    connect(&m_finder, &TextFinder::advanced, this, &AnswerSearch::onAdvanced);
    showCount();
}

void AnswerSearch::buildField()
{
    m_field->setObjectName(u"answerSearch"_s);
    m_field->setAccessibleName(tr("Search in the answer"));
    m_field->setPlaceholderText(tr("Search"));
    m_field->setToolTip(
        tr("Search in the answer (%1)").arg(QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    m_field->setMaxLength(longestNeedle);
    m_field->setMinimumWidth(fieldWidth);
    m_field->setProperty("compact", true);
    m_field->setFixedHeight(fieldHeight);
    m_field->addAction(m_theme.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_count->setObjectName(u"answerSearchCount"_s);
    auto *inside = new QHBoxLayout(m_field);
    inside->setContentsMargins(0, 0, Theme::space(Space::S), 0);
    inside->addStretch(1);
    inside->addWidget(m_count);
}

bool AnswerSearch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEscape = key->key() == Qt::Key_Escape && !m_field->text().isEmpty();
    const bool isEnter = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                         !key->modifiers().testFlag(Qt::ControlModifier);
    if (!isEscape && !isEnter)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // before the screen takes Esc for cancelling
        return true;
    }
    if (isEscape)
        m_field->clear();
    else
        go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    return true;
}

void AnswerSearch::setTarget(const std::optional<SearchTarget> &target)
{
    m_target = target;
    m_field->setEnabled(target.has_value());
    search();
}

QString AnswerSearch::needle() const
{
    return m_field->text();
}

void AnswerSearch::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void AnswerSearch::search()
{
    m_current = -1;
    m_finder.start(m_target.value_or(SearchTarget()), m_field->text().toUtf8());
    showCount();
    Q_EMIT changed();
}

void AnswerSearch::onAdvanced()
{
    if (m_current < 0 && !m_finder.hits()->offsets.empty())
        choose(0);
    showCount();
    Q_EMIT changed();
}

void AnswerSearch::go(int step)
{
    const auto count = static_cast<qsizetype>(m_finder.hits()->offsets.size());
    if (count == 0)
        return;
    choose(m_current < 0 ? 0 : (m_current + step + count) % count);
    showCount();
    Q_EMIT changed();
}

void AnswerSearch::choose(qsizetype index)
{
    m_current = index;
    TextHits &hits = *m_finder.hits();
    hits.current = hits.offsets[static_cast<size_t>(index)];
    Q_EMIT hitChosen(hits.current, hits.length);
}

void AnswerSearch::showCount()
{
    const size_t count = m_finder.hits()->offsets.size();
    const bool isMore = m_finder.isRunning() || count >= TextFinder::mostHits;
    const bool isAsked = m_target && !m_field->text().isEmpty();
    m_count->setText(
        isAsked ? u"%1/%2%3"_s.arg(countText(quint64(m_current + 1)), countText(count), isMore ? u"+"_s : QString())
                : QString());
    m_count->setToolTip(isAsked && count == 0 && !isMore ? tr("Nothing found.") : QString());
    m_field->setTextMargins(0, 0, isAsked ? m_count->sizeHint().width() + Theme::space(Space::Xs) : 0, 0);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

} // namespace acx
