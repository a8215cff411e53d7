// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_compare.h"

#include "app/base/background.h"
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "ui/explorer/body_text.h"
#include "ui/history/difference_model.h"
#include "ui/history/history_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QSyntaxHighlighter>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Lines that begin with + and − in the colours of what was added and removed; the signs tell it, too.
class LineColours final : public QSyntaxHighlighter
{
public:
    LineColours(const Theme &theme, QTextDocument *document)
        : QSyntaxHighlighter(document)
        , m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
    }

protected:
    void highlightBlock(const QString &text) override
    {
        if (text.startsWith(u'+'))
            setFormat(0, int(text.size()), m_theme.colour(Colour::Success));
        else if (text.startsWith(u'−'))
            setFormat(0, int(text.size()), m_theme.colour(Colour::Danger));
        else if (text.startsWith(u'…'))
            setFormat(0, int(text.size()), m_theme.colour(Colour::TextMuted));
    }

private:
    const Theme &m_theme;
};

QString lineOf(const HistoryEntry &entry, const QDateTime &now)
{
    const HistoryRow &row = entry.row;
    return u"%1   %2 %3   %4"_s.arg(timeOf(row.sentAt, now), QString::fromLatin1(row.method), pathOf(row),
                                    statusOf(row));
}

bool isPartial(const HistoryEntry &entry)
{
    return entry.responseBodyKept != KeptBody::Whole && entry.responseBodyKept != KeptBody::None;
}

} // namespace

HistoryCompare::HistoryCompare(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_views(new QStackedWidget(this))
    , m_model(new DifferenceModel(services.theme, this))
{
    setObjectName(u"historyCompare"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(makeLine(this));
    buildViews();
    layout->addWidget(m_views, 1);
}

HistoryCompare::~HistoryCompare()
{
    stop();
}

void HistoryCompare::stop()
{
    if (m_goOn)
        *m_goOn = false;
    m_goOn.reset();
}

QWidget *HistoryCompare::buildHead()
{
    auto *head = new QWidget(this);
    m_earlier = new ElidedLabel(head, Qt::ElideMiddle);
    m_earlier->setObjectName(u"compareEarlier"_s);
    m_later = new ElidedLabel(head, Qt::ElideMiddle);
    m_later->setObjectName(u"compareLater"_s);
    for (ElidedLabel *label : {m_earlier, m_later})
        label->setProperty("role", u"mono"_s);
    m_summary = makeParagraph({}, LabelKind::Muted, head);
    m_summary->setObjectName(u"compareSummary"_s);
    QPushButton *close = makeButton(tr("Back"), ButtonKind::Normal, head);
    close->setObjectName(u"compareClose"_s);
    connect(close, &QPushButton::clicked, this, &HistoryCompare::closed);
    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(makeLabel(tr("Two answers compared"), LabelKind::Heading, head));
    titleRow->addStretch(1);
    titleRow->addWidget(close);
    auto *rows = new QGridLayout;
    rows->setHorizontalSpacing(Theme::space(Space::M));
    rows->setVerticalSpacing(Theme::space(Space::Xs));
    rows->addWidget(makeLabel(tr("Earlier"), LabelKind::SmallMuted, head), 0, 0);
    rows->addWidget(m_earlier, 0, 1);
    rows->addWidget(makeLabel(tr("Later"), LabelKind::SmallMuted, head), 1, 0);
    rows->addWidget(m_later, 1, 1);
    rows->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(head);
    const int margin = Theme::space(Space::L);
    layout->setContentsMargins(margin, margin, margin, Theme::space(Space::M));
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(titleRow);
    layout->addLayout(rows);
    layout->addWidget(m_summary);
    return head;
}

void HistoryCompare::buildViews()
{
    m_list = new QTreeView(m_views);
    m_list->setObjectName(u"differenceList"_s);
    m_list->setAccessibleName(tr("Differences"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(u"QTreeView { border: none; border-radius: 0; }"_s);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_lines = new QPlainTextEdit(m_views);
    m_lines->setObjectName(u"differenceLines"_s);
    m_lines->setAccessibleName(tr("Differences by line"));
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setProperty("mono", true);
    m_lines->setProperty("view", true);
    new LineColours(m_services.theme, m_lines->document());
    m_views->addWidget(new QWidget(m_views));
    m_views->addWidget(m_list);
    m_views->addWidget(m_lines);
}

void HistoryCompare::compare(const HistoryEntry &one, const HistoryEntry &other)
{
    stop();
    const bool isInOrder = one.row.id <= other.row.id;
    const HistoryEntry &earlier = isInOrder ? one : other;
    const HistoryEntry &later = isInOrder ? other : one;
    const QDateTime now = m_services.clock.now();
    m_earlier->setFullText(lineOf(earlier, now));
    m_later->setFullText(lineOf(later, now));
    m_summary->setText(tr("Comparing…"));
    m_isPartial = isPartial(earlier) || isPartial(later);
    m_views->setCurrentIndex(0);
    m_goOn = std::make_shared<std::atomic_bool>(true);
    const auto work = [goOn = m_goOn, before = earlier.responseBody, after = later.responseBody] {
        return compareBodies(before, after, [goOn] { return goOn->load(); });
    };
    deliver(inBackground<BodyDiff>(work), this, [this, goOn = m_goOn](const Result<BodyDiff> &diff) {
        if (goOn == m_goOn)
            show(diff);
    });
}

QString HistoryCompare::summaryOf(const BodyDiff &diff) const
{
    QString summary;
    if (diff.isEqual)
        summary = diff.isJson ? tr("Both answers say the same.") : tr("Both answers are the same.");
    else if (!diff.isJson)
        summary = tr("Compared line by line, since not both are JSON.");
    else if (diff.isWhole)
        summary = tr("%n difference(s)", nullptr, int(diff.json.differences.size()));
    else
        summary = tr("The first %n difference(s); there are more.", nullptr, int(diff.json.differences.size()));
    if (m_isPartial)
        summary += u' ' + tr("Of at least one of the answers only a part is kept.");
    return summary;
}

void HistoryCompare::show(const Result<BodyDiff> &diff)
{
    if (!diff) {
        m_summary->setText(diff.error().message());
        return;
    }
    m_summary->setText(summaryOf(*diff));
    if (diff->isEqual)
        return;
    if (!diff->isJson) {
        showLines(diff->lines);
        m_views->setCurrentWidget(m_lines);
        return;
    }
    m_model->setDifferences(diff->json.differences);
    m_views->setCurrentWidget(m_list);
}

void HistoryCompare::showLines(const QList<DiffLine> &lines)
{
    QStringList texts;
    for (const DiffLine &line : lines) {
        switch (line.kind) {
        case DiffLine::Kind::Same:
            texts += u"  "_s + withVisibleControls(line.text);
            break;
        case DiffLine::Kind::Added:
            texts += u"+ "_s + withVisibleControls(line.text);
            break;
        case DiffLine::Kind::Removed:
            texts += u"− "_s + withVisibleControls(line.text);
            break;
        case DiffLine::Kind::Left:
            texts += tr("… %n equal line(s)", nullptr, line.text.toInt());
            break;
        }
    }
    m_lines->setPlainText(texts.join(u'\n'));
}

} // namespace acx
