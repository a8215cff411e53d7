// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_editor_findings.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tool_tip.h"

#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr auto checkDelay = 300ms;  // after the last key
constexpr int mostListHeight = 104; // pixels
constexpr int lineRole = Qt::UserRole;
constexpr int columnRole = Qt::UserRole + 1;

/// Nothing is known of a body without a schema but that it should be JSON.
std::shared_ptr<const OpenApiSource> emptySource()
{
    const QByteArray document("{}");
    return std::make_shared<const OpenApiSource>(document, document.size());
}

QListWidgetItem *makeItem(const SchemaFinding &finding)
{
    const QString line = QString::number(finding.line);
    const QString text = finding.pointer.isEmpty()
                             ? BodyFindings::tr("Line %1: %2").arg(line, finding.sentence)
                             : BodyFindings::tr("Line %1, %2: %3").arg(line, finding.pointer, finding.sentence);
    auto *item = new QListWidgetItem(withVisibleControls(text));
    item->setToolTip(plainToolTip(text));
    item->setData(lineRole, finding.line);
    item->setData(columnRole, finding.column);
    return item;
}

} // namespace

BodyFindings::BodyFindings(QWidget *parent)
    : QWidget(parent)
    , m_status(makeLabel({}, LabelKind::SmallMuted, this))
    , m_list(new QListWidget(this))
{
    m_status->setObjectName(u"bodyStatus"_s);
    m_list->setObjectName(u"bodyFindings"_s);
    m_list->setAccessibleName(tr("What does not fit"));
    m_list->setMaximumHeight(mostListHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addWidget(m_status);
    layout->addWidget(m_list);
    m_soon.setSingleShot(true);
    m_soon.setInterval(checkDelay);
    connect(&m_soon, &QTimer::timeout, this, &BodyFindings::start);
    const auto follow = [this](const QListWidgetItem *item) {
        if (item->data(lineRole).isValid())
            Q_EMIT placeChosen(item->data(lineRole).toLongLong(), item->data(columnRole).toLongLong());
    };
    connect(m_list, &QListWidget::itemClicked, this, follow);
    connect(m_list, &QListWidget::itemActivated, this, follow);
    hide();
}

BodyFindings::~BodyFindings()
{
    stop();
}

void BodyFindings::stop()
{
    m_soon.stop();
    ++m_generation;
    if (m_goOn)
        *m_goOn = false;
    m_goOn.reset();
}

void BodyFindings::checkSoon(std::shared_ptr<const OpenApiSource> source, const QByteArray &schema,
                             std::function<QByteArray()> text)
{
    stop();
    m_source = std::move(source);
    m_schema = schema;
    m_text = std::move(text);
    m_soon.start();
}

void BodyFindings::start()
{
    const bool known = m_source && !m_schema.isEmpty();
    const std::shared_ptr<const OpenApiSource> source = known ? m_source : emptySource();
    const QByteArray schema = known ? m_schema : QByteArray("{}");
    const auto goOn = std::make_shared<std::atomic_bool>(true);
    m_goOn = goOn;
    deliver(inBackground<SchemaReport>([source, schema, goOn, text = m_text()] {
                CheckOptions options;
                options.goOn = [goOn] { return goOn->load(); };
                return Result<SchemaReport>(checkAgainst(*source, schema, text, options));
            }),
            this, [this, generation = m_generation](const Result<SchemaReport> &report) {
                if (report && generation == m_generation)
                    showReport(*report);
            });
}

void BodyFindings::showReport(const SchemaReport &report)
{
    const auto count = static_cast<int>(report.findings.size());
    if (!report.isJson)
        m_status->setText(tr("This is not JSON yet."));
    else if (count > 0)
        m_status->setText(tr("%n place(s) do not fit the schema.", nullptr, count));
    else
        m_status->setText(m_schema.isEmpty() ? tr("Valid JSON.") : tr("Fits the schema."));
    setStyleProperty(m_status, "role", count > 0 ? u"wrong"_s : u"smallMuted"_s);
    m_list->clear();
    QList<qint64> lines;
    for (const SchemaFinding &finding : report.findings) {
        m_list->addItem(makeItem(finding));
        lines.append(finding.line);
    }
    for (const QString &reason : report.notChecked)
        m_list->addItem(tr("Not checked: %1").arg(reason));
    m_list->setVisible(m_list->count() > 0);
    show();
    Q_EMIT marked(lines);
}

void BodyFindings::clear()
{
    stop();
    m_status->clear();
    m_list->clear();
    hide();
    Q_EMIT marked({});
}

} // namespace acx
