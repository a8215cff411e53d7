// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_panel.h"

#include "ui/explorer/answer_definition.h"
#include "ui/explorer/answer_head.h"
#include "ui/explorer/answer_search.h"
#include "ui/explorer/answer_words.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/file_page.h"
#include "ui/explorer/header_table.h"
#include "ui/explorer/hex_view.h"
#include "ui/explorer/json_reading.h"
#include "ui/explorer/json_tree_page.h"
#include "ui/explorer/text_page.h"
#include "ui/explorer/timing_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int roomForSearch = 500; // pixels; narrower, the search has a row of its own

bool isText(BodyKind kind)
{
    return kind == BodyKind::Json || kind == BodyKind::Xml || kind == BodyKind::Yaml || kind == BodyKind::Html ||
           kind == BodyKind::Text;
}

} // namespace

AnswerPanel::AnswerPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
    , m_empty(makeParagraph({}, LabelKind::Muted, this))
    , m_filled(new QWidget(this))
    , m_head(new AnswerHead(theme, m_filled))
    , m_reading(new JsonReading(m_filled))
    , m_notice(new InlineNotice(theme, u"answerNotice"_s, this))
    , m_problem(new InlineNotice(theme, u"answerProblem"_s, this))
    , m_error(new InlineNotice(theme, u"answerError"_s, this))
    , m_definition(new InlineNotice(theme, u"answerDefinition"_s, this))
    , m_browser([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    m_empty->setObjectName(u"answerEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    buildLayout();
    buildShortcuts();
    connectParts();
    reset();
}

void AnswerPanel::buildLayout()
{
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(Theme::space(Space::L), Theme::space(Space::Xs), Theme::space(Space::L), 0);
    notices->setSpacing(Theme::space(Space::S));
    for (InlineNotice *notice : {m_error, m_problem, m_notice, m_definition})
        notices->addWidget(notice);
    auto *filled = new QVBoxLayout(m_filled);
    filled->setContentsMargins(0, 0, 0, 0);
    filled->setSpacing(Theme::space(Space::S));
    filled->addWidget(m_head);
    filled->addWidget(m_reading);
    m_searchRow = new QWidget(m_filled);
    auto *searchRow = new QHBoxLayout(m_searchRow);
    searchRow->setContentsMargins(Theme::space(Space::S), 0, Theme::space(Space::S), 0);
    filled->addWidget(m_searchRow);
    filled->addWidget(buildTabs(), 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addLayout(notices);
    m_layout->addWidget(m_empty, 1);
    m_layout->addWidget(m_filled, 1);
}

QWidget *AnswerPanel::buildTabs()
{
    m_tabs = new QTabWidget(m_filled);
    m_tabs->setObjectName(u"answerTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Views of the answer"));
    m_search = new AnswerSearch(m_theme, m_tabs);
    m_tree = new JsonTreePage(m_theme, m_tabs);
    m_text = new TextPage(m_theme, m_tabs);
    m_file = new FilePage(m_theme, m_tabs);
    m_hex = new HexView(m_theme, m_tabs);
    m_hex->setObjectName(u"answerHex"_s);
    m_hex->setAccessibleName(tr("Bytes of the answer"));
    m_headers = new HeaderTable(m_theme, m_tabs);
    m_timing = new TimingView(m_theme, m_tabs);
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_text, tr("Text"));
    m_tabs->addTab(m_file, tr("File"));
    m_tabs->addTab(m_hex, tr("Hex"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_timing, tr("Timing"));
    m_tabs->setCornerWidget(m_search, Qt::TopRightCorner);
    m_searchRow->hide();
    return m_tabs;
}

void AnswerPanel::buildShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto &&run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    add(QKeySequence(QKeySequence::Find), [this] {
        if (m_exchange)
            m_search->focusField();
    });
    add(QKeySequence(Qt::Key_F3), [this] { m_search->go(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { m_search->go(-1); });
}

void AnswerPanel::connectParts()
{
    QPushButton *open = m_definition->addButton(tr("Open as catalog"), ButtonKind::Normal, u"openAsCatalog"_s);
    connect(open, &QPushButton::clicked, this, &AnswerPanel::definitionWanted);
    connect(m_head, &AnswerHead::copyWanted, this, &AnswerPanel::copyBody);
    connect(m_head, &AnswerHead::saveWanted, this, &AnswerPanel::saveWanted);
    connect(m_file, &FilePage::saveWanted, this, [this] { Q_EMIT saveWanted(false); });
    connect(m_reading, &JsonReading::finished, this, &AnswerPanel::takeJson);
    connect(m_reading, &JsonReading::stopped, this, [this] { offerTabs(BodyKind::Text); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &AnswerPanel::retarget);
    connect(m_text, &TextPage::textChanged, this, &AnswerPanel::retarget);
    connect(m_search, &AnswerSearch::changed, this, &AnswerPanel::showHits);
    connect(m_search, &AnswerSearch::hitChosen, this, &AnswerPanel::goToHit);
    connect(&m_tree->view(), &JsonTreeView::linkChosen, this, &AnswerPanel::openLink);
    connect(m_headers, &HeaderTable::linkChosen, this, &AnswerPanel::openLink);
    connect(&m_tree->view(), &JsonTreeView::copyRefused, this, &AnswerPanel::tellTooLarge);
    connect(m_text, &TextPage::urlClicked, this, &AnswerPanel::openUrl);
    connect(m_text, &TextPage::copyRefused, this, &AnswerPanel::tellTooLarge);
    connect(m_hex, &HexView::copyRefused, this, &AnswerPanel::tellTooLarge);
}

void AnswerPanel::setNavigation(QWidget *bar)
{
    m_layout->insertWidget(0, bar);
}

void AnswerPanel::setLinkRule(const LinkRule &rule)
{
    m_linkRule = rule;
    m_tree->view().tree().setLinkRule(rule);
    m_headers->setLinkRule(rule);
}

/// Without room beside the tabs the search takes a row of its own.
void AnswerPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isBeside = m_tabs->cornerWidget(Qt::TopRightCorner) == m_search;
    if (isBeside == (width() >= roomForSearch))
        return;
    if (isBeside) {
        m_tabs->setCornerWidget(nullptr, Qt::TopRightCorner);
        m_searchRow->layout()->addWidget(m_search);
    } else {
        m_searchRow->layout()->removeWidget(m_search);
        m_tabs->setCornerWidget(m_search, Qt::TopRightCorner);
    }
    m_searchRow->setVisible(isBeside);
    m_search->show();
}

void AnswerPanel::setFilled(bool filled)
{
    m_filled->setVisible(filled);
    m_empty->setVisible(!filled);
}

void AnswerPanel::reset()
{
    m_exchange.reset();
    m_headline.reset();
    m_json.reset();
    m_reading->stop();
    for (InlineNotice *notice : {m_error, m_problem, m_notice, m_definition})
        notice->hide();
    m_search->setTarget(std::nullopt);
    m_tree->clear();
    m_text->clear();
    m_file->clear();
    m_hex->setBody(ResponseBody());
    m_empty->setText(tr("Send a request to see its answer here."));
    setFilled(false);
}

void AnswerPanel::showSending()
{
    reset();
    m_empty->setText(tr("Waiting for the answer …"));
}

void AnswerPanel::showProgress(const HttpProgress &progress)
{
    if (m_exchange)
        return;
    m_empty->setText(progress.expected > 0
                         ? tr("%1 of %2 received …").arg(sizeText(progress.received), sizeText(progress.expected))
                         : tr("%1 received …").arg(sizeText(progress.received)));
}

void AnswerPanel::showExchange(const Exchange &exchange)
{
    showAgain(exchange, answerHeadline(exchange));
}

void AnswerPanel::showAgain(const Exchange &exchange, const std::optional<AnswerHeadline> &headline)
{
    reset();
    m_exchange = exchange;
    m_exchange->secrets.clear();
    m_headline = headline;
    m_head->setResponse(exchange.response);
    m_headers->setHeaders(exchange.response.headers, exchange.response.url);
    m_timing->setTiming(exchange.response.timing);
    m_tabs->setTabText(HeadersTab, tr("Headers %1").arg(exchange.response.headers.size()));
    showNotices();
    showBody(exchange.response);
    setFilled(true);
}

void AnswerPanel::showNotices()
{
    if (const QStringList notes = answerNotes(*m_exchange); !notes.isEmpty())
        m_notice->tell(MessageKind::Info, {}, notes.join(u'\n'));
    if (m_headline)
        m_problem->tell(m_headline->kind, m_headline->title, m_headline->text, m_headline->details);
}

void AnswerPanel::showBody(const HttpResponse &response)
{
    const QByteArray type = headerValue(response.headers, "Content-Type");
    const bool isLines = type.contains("ndjson") || type.contains("jsonl"); // a JSON text a line
    const BodyKind kind = isLines ? BodyKind::Text : bodyKind(type, response.body);
    offerTabs(kind);
    if (isText(kind)) {
        m_text->setBody(response.body, kind, type);
    } else {
        m_file->setBody(response.body, kind);
        m_hex->setBody(response.body);
    }
    if (kind == BodyKind::Json)
        m_reading->start(response.body);
    offerDefinition(kind);
    retarget();
}

/// A view that the person chose stays as long as the next answer has it.
void AnswerPanel::offerTabs(BodyKind kind)
{
    const bool isFile = !isText(kind);
    const bool isBytes = isFile && kind != BodyKind::Empty;
    const int wanted = m_tabs->currentIndex();
    m_tabs->setTabVisible(TreeTab, kind == BodyKind::Json);
    m_tabs->setTabVisible(TextTab, !isFile);
    m_tabs->setTabVisible(FileTab, isFile);
    m_tabs->setTabVisible(HexTab, isBytes);
    m_tabs->setTabText(FileTab, kind == BodyKind::Image ? tr("Picture") : isBytes ? tr("File") : tr("Body"));
    const Tab first = kind == BodyKind::Json ? TreeTab : isFile ? FileTab : TextTab;
    m_tabs->setCurrentIndex(m_tabs->isTabVisible(wanted) ? wanted : first);
}

void AnswerPanel::takeJson(const Result<JsonIndexed> &read)
{
    if (!read) {
        m_problem->tell(read.error());
        offerTabs(BodyKind::Text);
        return;
    }
    if (!*read) {
        offerTabs(BodyKind::Text);
        m_tabs->setCurrentIndex(TextTab);
        m_text->setProblem(read->error());
        return;
    }
    m_json = **read;
    m_head->setValues(m_json->size());
    m_tree->setIndex(m_json);
    m_text->setJson(m_json);
    offerDefinition(BodyKind::Json);
    retarget();
}

void AnswerPanel::offerDefinition(BodyKind kind)
{
    const bool isDefinition = kind == BodyKind::Json ? m_json && holdsDefinition(*m_json)
                              : kind == BodyKind::Yaml || kind == BodyKind::Text
                                  ? looksLikeYamlDefinition(m_exchange->response.body)
                                  : false;
    if (isDefinition)
        m_definition->tell(MessageKind::Info, {},
                           tr("This answer is an API definition: its operations can be called."));
}

void AnswerPanel::openLink(const AnswerLink &link, bool newTab)
{
    if (link.onProfile)
        Q_EMIT linkActivated(link.url, newTab);
    else
        m_browser(link.url);
}

void AnswerPanel::openUrl(const QString &url, bool newTab)
{
    if (const std::optional<AnswerLink> link = m_linkRule ? m_linkRule({}, url) : std::nullopt)
        openLink(*link, newTab);
}

void AnswerPanel::retarget()
{
    std::optional<SearchTarget> target;
    const int tab = m_tabs->currentIndex();
    if (m_exchange && (tab == HexTab || (tab == TreeTab && m_json))) {
        const auto body = std::make_shared<ResponseBody>(m_exchange->response.body);
        target = SearchTarget{body->view().value_or(QByteArrayView()), body, tab == TreeTab ? m_json : nullptr};
    } else if (m_exchange && tab == TextTab && m_text->text()) {
        const auto body = std::make_shared<ResponseBody>(m_text->text()->body);
        target = SearchTarget{body->view().value_or(QByteArrayView()), body, nullptr};
    }
    m_search->setTarget(target);
}

void AnswerPanel::showHits()
{
    switch (m_tabs->currentIndex()) {
    case TreeTab:
        m_tree->setHits(m_search->hits(), m_search->needle());
        break;
    case TextTab:
        m_text->setHits(m_search->hits());
        break;
    case HexTab:
        m_hex->setHits(m_search->hits());
        break;
    default:
        break;
    }
}

void AnswerPanel::goToHit(qint64 offset, qint64 length)
{
    if (m_tabs->currentIndex() == TreeTab)
        m_tree->goTo(offset);
    else if (m_tabs->currentIndex() == TextTab)
        m_text->goTo(offset, length);
    else if (m_tabs->currentIndex() == HexTab)
        m_hex->goTo(offset);
}

void AnswerPanel::tellTooLarge()
{
    m_notice->tell(MessageKind::Warning, tr("Too large to be copied"),
                   tr("Only up to %1 fit on the clipboard. Save the answer instead.").arg(sizeText(largestCopy)));
}

void AnswerPanel::showError(const Error &error)
{
    reset();
    if (error.kind == ErrorKind::Cancelled) {
        m_empty->setText(tr("Cancelled. Nothing more is received."));
        return;
    }
    m_empty->clear();
    m_error->tell(error);
}

void AnswerPanel::copyBody()
{
    if (m_exchange)
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_exchange->response.body.head(largestCopy)));
}

} // namespace acx
