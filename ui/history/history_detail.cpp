// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_detail.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/json/json_index.h"
#include "ui/explorer/text_page.h"
#include "ui/explorer/waterfall_bar.h"
#include "ui/history/history_text.h"
#include "ui/widgets/inline_notice.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

ResponseBody bodyOf(const QByteArray &bytes)
{
    ResponseBody body(bytes.size() + 1); // all of it stays in memory, so nothing can fail
    (void)body.append(bytes);
    return body;
}

QString linesOf(const HttpHeaders &headers)
{
    QStringList lines;
    for (const HttpHeader &header : headers)
        lines += QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(header.value);
    return lines.join(u'\n');
}

} // namespace

HistoryDetail::HistoryDetail(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_problem(new InlineNotice(services.theme, u"entryProblem"_s, this))
    , m_waterfall(new WaterfallBar(services.theme, this))
{
    setObjectName(u"historyDetail"_s);
    m_waterfall->setObjectName(u"entryWaterfall"_s);
    m_problem->hide();
    auto *above = new QVBoxLayout;
    const int margin = Theme::space(Space::L);
    above->setContentsMargins(margin, margin, margin, Theme::space(Space::S));
    above->setSpacing(Theme::space(Space::M));
    above->addWidget(buildHead());
    above->addWidget(m_problem);
    above->addWidget(m_waterfall);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(above);
    layout->addWidget(buildPages(), 1);
}

QWidget *HistoryDetail::buildHead()
{
    auto *head = new QWidget(this);
    m_title = new ElidedLabel(head, Qt::ElideMiddle);
    m_title->setObjectName(u"entryTitle"_s);
    m_title->setProperty("role", u"heading"_s);
    m_status = makeTag({}, TagKind::Neutral, head);
    m_status->setObjectName(u"entryStatus"_s);
    m_method = makeLabel({}, LabelKind::Mono, head);
    m_method->setObjectName(u"entryMethod"_s);
    m_url = new ElidedLabel(head, Qt::ElideMiddle);
    m_url->setObjectName(u"entryUrl"_s);
    m_url->setProperty("role", u"mono"_s);
    m_facts = new ElidedLabel(head);
    m_facts->setObjectName(u"entryFacts"_s);
    m_facts->setProperty("role", u"smallMuted"_s);
    QPushButton *open = makeButton(tr("Open again"), ButtonKind::Primary, head);
    open->setObjectName(u"entryOpen"_s);
    open->setToolTip(tr("As a request in the Explorer; it is not sent yet (Enter in the list)"));
    QPushButton *copy = makeButton(tr("Copy URL"), ButtonKind::Normal, head);
    copy->setObjectName(u"entryCopyUrl"_s);
    connect(open, &QPushButton::clicked, this, &HistoryDetail::openWanted);
    connect(copy, &QPushButton::clicked, this, &HistoryDetail::copyWanted);

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(Theme::space(Space::S));
    titleRow->addWidget(m_title, 0);
    titleRow->addWidget(m_status);
    titleRow->addStretch(1);
    titleRow->addWidget(copy);
    titleRow->addWidget(open);
    auto *urlRow = new QHBoxLayout;
    urlRow->setSpacing(Theme::space(Space::S));
    urlRow->addWidget(m_method);
    urlRow->addWidget(m_url, 1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::Xs));
    layout->addLayout(titleRow);
    layout->addLayout(urlRow);
    layout->addWidget(m_facts);
    return head;
}

QWidget *HistoryDetail::buildBodyPage(const QString &name, QLabel *&note, TextPage *&text)
{
    auto *page = new QWidget(m_tabs);
    auto *room = new QWidget(page);
    note = makeParagraph({}, LabelKind::SmallMuted, room);
    note->setObjectName(name + u"Note"_s);
    auto *noteRoom = new QVBoxLayout(room);
    noteRoom->setContentsMargins(Theme::space(Space::L), Theme::space(Space::S), Theme::space(Space::L), 0);
    noteRoom->addWidget(note);
    text = new TextPage(m_services.theme, page);
    text->setObjectName(name);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(room);
    layout->addWidget(text, 1);
    layout->addStretch(0);
    return page;
}

QWidget *HistoryDetail::buildPages()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"entryTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the entry"));
    m_tabs->setDocumentMode(true);
    m_headers = new QPlainTextEdit(m_tabs);
    m_headers->setObjectName(u"entryHeaders"_s);
    m_headers->setAccessibleName(tr("Headers"));
    m_headers->setReadOnly(true);
    m_headers->setTabChangesFocus(true);
    m_headers->setFrameShape(QFrame::NoFrame);
    m_headers->setProperty("mono", true);
    m_headers->setProperty("view", true);
    m_tabs->addTab(buildBodyPage(u"entryAnswer"_s, m_answerNote, m_answer), tr("Answer"));
    m_tabs->addTab(buildBodyPage(u"entryRequest"_s, m_requestNote, m_request), tr("Request"));
    m_tabs->addTab(m_headers, tr("Headers"));
    return m_tabs;
}

void HistoryDetail::setEntry(const HistoryEntry &entry)
{
    m_entry = entry;
    ++m_generation;
    const HistoryRow &row = entry.row;
    m_title->setFullText(titleOf(row));
    setTag(m_status, statusOf(row), statusKind(row));
    m_method->setText(withVisibleControls(QString::fromLatin1(row.method)));
    m_url->setFullText(row.url);
    QStringList facts{factsOf(row, m_services.clock.now())};
    facts += entry.tokenKind ? displayName(*entry.tokenKind) : tr("without a token");
    if (!row.operationId.isEmpty())
        facts += row.operationId;
    m_facts->setFullText(facts.join(u" · "_s));
    m_problem->setVisible(!entry.errorText.isEmpty());
    if (!entry.errorText.isEmpty())
        m_problem->tell(row.status > 0 ? MessageKind::Warning : MessageKind::Error,
                        row.status > 0 ? tr("The answer is not whole") : tr("There was no answer"), entry.errorText);
    const QList<TimingPhase> phases = timingPhases(entry.timing);
    m_waterfall->setPhases(phases);
    m_waterfall->setVisible(!phases.isEmpty());
    showBody(*m_answerNote, *m_answer, entry.responseBody, headerValue(entry.responseHeaders, "Content-Type"),
             row.status == 0 ? tr("There was no answer.") : keptText(entry.responseBodyKept, row.size));
    showBody(*m_requestNote, *m_request, entry.requestBody, headerValue(entry.requestHeaders, "Content-Type"),
             keptText(entry.requestBodyKept, -1));
    showHeaders();
}

void HistoryDetail::showBody(QLabel &note, TextPage &page, const QByteArray &bytes, const QByteArray &contentType,
                             const QString &words)
{
    const QString told = !words.isEmpty() || !bytes.isEmpty() ? words : tr("There is no body.");
    note.setText(told);
    note.parentWidget()->setVisible(!told.isEmpty());
    page.setVisible(!bytes.isEmpty());
    page.clear();
    if (bytes.isEmpty())
        return;
    const ResponseBody body = bodyOf(bytes);
    const BodyKind kind = bodyKind(contentType, body);
    page.setBody(body, kind, contentType);
    const Result<QByteArrayView> view = body.view();
    if (kind != BodyKind::Json || !view)
        return;
    deliver(JsonIndex::start(*view, std::make_shared<ResponseBody>(body)), &page,
            [this, shown = &page, generation = m_generation](const Result<JsonIndexed> &indexed) {
                // What is cut or redacted need not be JSON any more; it is then shown as it is kept.
                if (generation == m_generation && indexed && *indexed)
                    shown->setJson(**indexed);
            });
}

void HistoryDetail::showHeaders()
{
    QStringList parts{tr("Request") + u'\n' + linesOf(m_entry.requestHeaders)};
    if (m_entry.row.status > 0)
        parts += tr("Answer") + u'\n' + linesOf(m_entry.responseHeaders);
    if (!m_entry.answeredBy.isEmpty())
        parts += tr("Redirected to") + u'\n' + m_entry.answeredBy;
    m_headers->setPlainText(withVisibleControls(parts.join(u"\n\n"_s)));
}

} // namespace acx
