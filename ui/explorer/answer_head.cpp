// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_head.h"

#include "ui/explorer/answer_panel.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/waterfall_bar.h"
#include "ui/widgets/tool_tip.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int longestReason = 60; // characters

TagKind tagOf(const HttpResponse &response)
{
    if (response.problem || response.status >= 400)
        return TagKind::Danger;
    return response.status >= 300 ? TagKind::Warning : TagKind::Success;
}

} // namespace

AnswerHead::AnswerHead(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_status(makeTag({}, TagKind::Neutral, this))
    , m_time(makeLabel({}, LabelKind::Mono, this))
    , m_size(makeLabel({}, LabelKind::Mono, this))
    , m_values(makeLabel({}, LabelKind::SmallMuted, this))
    , m_copy(makeButton(tr("Copy"), ButtonKind::Quiet, this))
    , m_save(makeButton(tr("Save…"), ButtonKind::Quiet, this))
    , m_waterfall(new WaterfallBar(theme, this))
{
    m_status->setObjectName(u"answerStatus"_s);
    m_time->setObjectName(u"answerTime"_s);
    m_size->setObjectName(u"answerSize"_s);
    m_values->setObjectName(u"answerValues"_s);
    m_values->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_copy->setObjectName(u"copyBody"_s);
    m_copy->setAccessibleName(tr("Copy the body"));
    m_save->setObjectName(u"saveBody"_s);
    m_save->setAccessibleName(tr("Save the body to a file"));
    m_waterfall->setObjectName(u"waterfall"_s);
    m_copy->setIcon(theme.icon(u"copy"_s, Colour::Accent));
    connect(&theme, &Theme::changed, m_copy,
            [this, &theme] { m_copy->setIcon(theme.icon(u"copy"_s, Colour::Accent)); });

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::space(Space::M));
    line->addWidget(m_status);
    line->addWidget(m_time);
    line->addWidget(m_size);
    line->addWidget(m_values, 1);
    line->addWidget(m_copy);
    line->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::Xs), Theme::space(Space::L), 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(line);
    layout->addWidget(m_waterfall);
    connect(m_copy, &QPushButton::clicked, this, &AnswerHead::copyWanted);
    connect(m_save, &QPushButton::clicked, this, &AnswerHead::onSave);
}

void AnswerHead::setResponse(const HttpResponse &response)
{
    const QString reason = withVisibleControls(QString::fromLatin1(response.reason)).left(longestReason);
    m_code = QString::number(response.status);
    m_statusText = u"%1 %2"_s.arg(m_code, reason).trimmed();
    m_statusTag = tagOf(response);
    m_time->setText(durationText(response.timing.finishedMs));
    m_size->setText(sizeText(response.body.size()));
    m_waterfall->setPhases(timingPhases(response.timing));
    m_copy->setEnabled(!response.body.isEmpty() && response.body.size() <= AnswerPanel::largestCopy);
    m_copy->setToolTip(response.body.size() > AnswerPanel::largestCopy ? tr("Too large to be copied. Save it.")
                                                                       : QString());
    m_save->setEnabled(!response.body.isEmpty());
    setValues(0);
}

void AnswerHead::fit()
{
    // Where there is no room for the reason, the number says it, and the tool tip has the rest.
    setTag(m_status, m_statusText, m_statusTag);
    m_status->setToolTip({});
    int needed = layout()->contentsMargins().left() + layout()->contentsMargins().right();
    for (const QWidget *part : std::initializer_list<QWidget *>{m_status, m_time, m_size, m_copy, m_save})
        needed += part->sizeHint().width() + Theme::space(Space::M);
    const int values = m_values->fontMetrics().horizontalAdvance(m_valuesText);
    m_values->setText(needed + values <= width() ? m_valuesText : QString()); // the first to give way
    if (needed > width() && m_statusText != m_code) {
        setTag(m_status, m_code, m_statusTag);
        m_status->setToolTip(plainToolTip(m_statusText));
    }
}

void AnswerHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_code.isEmpty())
        fit();
}

void AnswerHead::setValues(quint64 count)
{
    m_isJson = count > 0;
    m_valuesText = count > 0 ? tr("%Ln value(s)", nullptr, int(qMin(count, quint64(INT_MAX)))) : QString();
    fit();
}

void AnswerHead::onSave()
{
    if (!m_isJson) {
        Q_EMIT saveWanted(false);
        return;
    }
    auto *menu = new QMenu(this);
    menu->setObjectName(u"saveMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *received = menu->addAction(tr("As received"));
    received->setObjectName(u"saveReceived"_s);
    QAction *pretty = menu->addAction(tr("Pretty"));
    pretty->setObjectName(u"savePretty"_s);
    connect(received, &QAction::triggered, this, [this] { Q_EMIT saveWanted(false); });
    connect(pretty, &QAction::triggered, this, [this] { Q_EMIT saveWanted(true); });
    menu->popup(m_save->mapToGlobal(QPoint(0, m_save->height())));
}

} // namespace acx
