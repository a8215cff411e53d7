// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_panel.h"

#include "app/deployments/deployment.h"
#include "ui/explorer/body_editor.h"
#include "ui/explorer/request_code.h"
#include "ui/explorer/request_completion.h"
#include "ui/explorer/request_confirm.h"
#include "ui/explorer/request_foot.h"
#include "ui/explorer/request_form.h"
#include "ui/explorer/request_heading.h"
#include "ui/explorer/request_line.h"
#include "ui/explorer/request_pause.h"
#include "ui/session.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/no_drags.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QStringList quickStarts(const QList<TokenKind> &kinds)
{
    QStringList paths;
    if (kinds.contains(TokenKind::ApiConnect))
        paths += u"/v1/me"_s;
    if (kinds.contains(TokenKind::Iam) || kinds.contains(TokenKind::Platform))
        paths += u"/api/orgs"_s;
    return paths;
}

int headerCount(const QString &text)
{
    int count = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            ++count;
    }
    return count;
}

} // namespace

RequestPanel::RequestPanel(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_heading(new RequestHeading(services.theme, this))
    , m_line(new RequestLine(this))
    , m_form(new RequestForm(services.theme, this))
    , m_completion(new RequestCompletion(services, m_form))
    , m_body(new BodyEditor(services.theme, services.files, this))
    , m_tabs(buildTabs())
    , m_confirm(new RequestConfirm(services.theme, this))
    , m_notice(new InlineNotice(services.theme, u"requestNotice"_s, this))
    , m_pause(new RequestPause(services.theme, this))
    , m_foot(new RequestFoot(services.theme, this))
{
    setObjectName(u"requestPanel"_s);
    setAccessibleName(tr("Request"));
    const int margin = Theme::space(Space::L);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(m_heading);
    layout->addWidget(m_line);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_confirm);
    layout->addWidget(m_notice);
    layout->addWidget(m_pause);
    layout->addWidget(m_foot);
    connectParts();
    buildMenu();
    setOperation(std::nullopt);
    followSession();
}

QTabWidget *RequestPanel::buildTabs()
{
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(u"requestTabs"_s);
    tabs->setDocumentMode(true);
    tabs->setMinimumWidth(0);
    tabs->tabBar()->setExpanding(false);
    tabs->tabBar()->setUsesScrollButtons(true);
    tabs->addTab(m_form, tr("Parameters"));
    tabs->addTab(buildHeaders(tabs), tr("Headers"));
    tabs->addTab(m_body, tr("Body"));
    m_code = new RequestCode(
        m_services, [this] { return snippetRequest(); }, tabs);
    tabs->addTab(m_code, tr("Code"));
    return tabs;
}

QWidget *RequestPanel::buildHeaders(QWidget *parent)
{
    auto *page = new QWidget(parent);
    m_headers = new QPlainTextEdit(page);
    m_headers->setObjectName(u"requestHeaders"_s);
    m_headers->setAccessibleName(tr("Request headers"));
    m_headers->setPlaceholderText(tr("Accept-Language: en\none header a line"));
    m_headers->setTabChangesFocus(true);
    m_headers->setProperty("mono", true);
    m_headers->installEventFilter(this);
    preventDrags(*m_headers);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, Theme::space(Space::M), 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_headers, 1);
    layout->addWidget(makeParagraph(tr("The token's Authorization header is "
                                       "added when the request is sent; your own "
                                       "takes its place."),
                                    LabelKind::SmallMuted, page));
    return page;
}

void RequestPanel::connectParts()
{
    connect(m_line, &RequestLine::changed, this, &RequestPanel::edited);
    connect(m_line, &RequestLine::curlEntered, this, &RequestPanel::importCurl);
    connect(m_line, &RequestLine::submitted, this, &RequestPanel::submit);
    connect(m_form, &RequestForm::changed, this, &RequestPanel::edited);
    connect(m_form, &RequestForm::submitted, this, &RequestPanel::submit);
    connect(m_headers, &QPlainTextEdit::textChanged, this, &RequestPanel::edited);
    connect(m_body, &BodyEditor::changed, this, &RequestPanel::edited);
    connect(m_body, &BodyEditor::submitted, this, &RequestPanel::submit);
    connect(m_foot, &RequestFoot::tokenChoiceChanged, this, &RequestPanel::edited);
    connect(m_foot, &RequestFoot::sendWanted, this, &RequestPanel::submit);
    connect(m_foot, &RequestFoot::allPagesWanted, this, &RequestPanel::allPagesWanted);
    connect(m_foot, &RequestFoot::cancelWanted, this, &RequestPanel::cancelWanted);
    connect(m_confirm, &RequestConfirm::confirmed, this, &RequestPanel::destructionConfirmed);
    connect(m_pause, &RequestPause::changed, this, [this] { m_foot->setPaused(m_pause->isOn()); });
    connect(m_pause, &RequestPause::sendWanted, this, &RequestPanel::submit);
    connect(&m_services.session, &Session::profileChanged, this, &RequestPanel::followSession);
    // Their base URLs are part of what is shown.
    connect(&m_services.definitions, &DefinitionLibrary::changed, this, &RequestPanel::showCounts);
}

bool RequestPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            submit();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RequestPanel::followSession()
{
    const QList<TokenKind> kinds = m_services.session.tokenKinds();
    m_foot->setTokenKinds(kinds);
    m_line->setQuickStarts(quickStarts(kinds));
    m_line->setHost(m_services.session.endpoints().api.toString());
    m_heading->setBase(baseText());
    const std::optional<Profile> profile = m_services.session.profile();
    const bool shipped = m_catalogId.isEmpty() && m_operation && m_operation->id.startsWith("v5."_L1);
    m_heading->setRetiredOn(shipped && profile ? m_services.deployments.get(profile->deployment).retiredOn : QDate());
}

void RequestPanel::setOperation(const std::optional<Operation> &operation, std::shared_ptr<const OpenApiSource> source,
                                const QString &catalogId)
{
    const QScopedValueRollback filling(m_filling, true);
    m_operation = operation;
    m_source = std::move(source);
    m_catalogId = catalogId;
    m_read.reset();
    m_completion->close();
    m_heading->setVisible(operation.has_value());
    m_line->setVisible(!operation);
    m_tabs->setTabVisible(m_tabs->indexOf(m_form), operation.has_value());
    m_foot->setPaged(false);
    if (operation) {
        const bool known = !catalogId.isEmpty() || operation->base.isEmpty() || operation->base == "login"_L1;
        m_heading->setOperation(*operation);
        m_form->setOperation(*operation, m_source, !known);
        m_body->setOperationBody(operation->body, m_source);
        const bool onlyBody = operation->parameters.isEmpty() && known && operation->body;
        m_tabs->setCurrentWidget(onlyBody ? static_cast<QWidget *>(m_body) : m_form);
    } else {
        m_body->setFree();
    }
    const bool needsBody = operation && operation->body && operation->body->required;
    m_tabs->setTabText(m_tabs->indexOf(m_body), needsBody ? tr("Body *") : tr("Body"));
    m_tabs->setTabToolTip(m_tabs->indexOf(m_body), needsBody ? tr("This operation needs a body.") : QString());
    m_completion->setOperation(operation, catalogId);
    followSession();
    showCounts();
    clearNotices();
}

void RequestPanel::renewOperation(const Operation &operation, std::shared_ptr<const OpenApiSource> source)
{
    RequestState filled = state();
    filled.values = m_form->values() + m_body->values();
    QWidget *page = m_tabs->currentWidget();
    const bool isTold = !m_notice->isHidden();
    setOperation(operation, std::move(source), m_catalogId);
    setState(filled);
    m_tabs->setCurrentWidget(page);
    m_notice->setVisible(isTold);
}

OperationRisk RequestPanel::risk() const
{
    if (m_operation)
        return m_operation->risk;
    const QByteArray method = m_line->method();
    if (method == "GET" || method == "HEAD" || method == "OPTIONS")
        return OperationRisk::Read;
    return method == "DELETE" ? OperationRisk::Destructive : OperationRisk::Write;
}

RequestState RequestPanel::state() const
{
    RequestState state;
    state.id = m_id;
    state.tokenChoice = m_foot->tokenChoice();
    state.headerText = m_headers->toPlainText();
    state.bodyText = m_body->text();
    state.bodyType = m_body->mediaType();
    state.bodyFile = m_body->file();
    if (m_operation) {
        state.catalogId = m_catalogId;
        state.operationId = m_operation->id;
        state.method = m_operation->method;
        state.values = m_form->openValues() + m_body->values();
    } else {
        state.method = m_line->method();
        state.target = m_line->target();
        state.values = m_body->values();
    }
    return state;
}

void RequestPanel::setState(const RequestState &state)
{
    const QScopedValueRollback filling(m_filling, true);
    m_id = state.id;
    m_read.reset();
    if (m_operation)
        m_form->setValues(state.values);
    else
        m_line->setRequest(state.method, state.target);
    m_headers->setPlainText(state.headerText);
    m_body->setContent(state.bodyType, state.bodyText, state.bodyFile, state.values);
    m_foot->setTokenChoice(state.tokenChoice);
    showCounts();
    clearNotices();
}

void RequestPanel::edited()
{
    if (m_filling)
        return;
    showCounts();
    clearNotices();
    Q_EMIT stateChanged();
}

void RequestPanel::showCounts()
{
    const int headers = headerCount(m_headers->toPlainText());
    m_tabs->setTabText(1, headers > 0 ? tr("Headers %1").arg(headers) : tr("Headers"));
    if (m_operation)
        m_heading->setValues(m_form->values());
    m_heading->setBase(baseText());
    m_code->refresh();
}

void RequestPanel::setSending(bool sending)
{
    m_foot->setSending(sending);
}

void RequestPanel::setPaged(bool paged)
{
    m_foot->setPaged(paged);
}

void RequestPanel::showError(const Error &error)
{
    m_notice->tell(error);
}

void RequestPanel::clearNotices()
{
    m_notice->hide();
    m_confirm->hide();
}

void RequestPanel::pause(const QString &host, std::chrono::seconds length)
{
    m_pause->begin(host, length);
}

bool RequestPanel::isPaused() const
{
    return m_pause->isOn();
}

void RequestPanel::endPause()
{
    m_pause->end();
}

void RequestPanel::askBeforeDestruction(const QString &name)
{
    const bool plain = !m_operation || m_operation->method == "DELETE";
    m_confirm->ask(plain ? QString() : m_operation->title, name);
}

void RequestPanel::focusFirst()
{
    if (!m_operation)
        m_line->focusTarget();
    else if (m_tabs->currentWidget() == m_body)
        m_body->setFocus();
    else if (!m_form->focusFirst())
        m_foot->focusSend();
}

} // namespace acx
