// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/explorer_tab.h"

#include "app/base/deliver.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/exchange_run.h"
#include "ui/explorer/request_panel.h"
#include "ui/file_chooser.h"
#include "ui/session.h"
#include "ui/widgets/background.h"

#include <QLocale>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int requestWidth = 430; // pixels; only their proportion counts
constexpr int answerWidth = 500;

/// What a DELETE removes, as a person would name it.
QString lastSegment(const QUrl &url)
{
    const QStringList segments = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    return segments.isEmpty() ? url.host() : segments.constLast();
}

QStringList quickStarts(const QList<TokenKind> &kinds)
{
    QStringList paths;
    if (kinds.contains(TokenKind::ApiConnect))
        paths += u"/v1/me"_s;
    if (kinds.contains(TokenKind::Iam) || kinds.contains(TokenKind::Platform))
        paths += u"/api/orgs"_s;
    return paths;
}

} // namespace

ExplorerTab::ExplorerTab(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_request(new RequestPanel(services.theme, m_columns))
    , m_answer(new AnswerPanel(services.theme, m_columns))
    , m_run(new ExchangeRun(services.sender, this))
{
    setObjectName(u"explorerTab"_s);
    setAccessibleName(tr("Request and answer"));
    m_columns->setObjectName(u"requestColumns"_s);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_request);
    m_columns->addWidget(m_answer);
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 3);
    m_columns->setSizes({requestWidth, answerWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
    buildShortcuts();
    connect(m_request, &RequestPanel::sendWanted, this, &ExplorerTab::send);
    connect(m_request, &RequestPanel::cancelWanted, this, &ExplorerTab::cancel);
    connect(m_request, &RequestPanel::deletionConfirmed, this, &ExplorerTab::transmit);
    connect(m_answer, &AnswerPanel::saveWanted, this, &ExplorerTab::save);
    connect(m_run, &ExchangeRun::progressed, m_answer, &AnswerPanel::showProgress);
    connect(m_run, &ExchangeRun::answered, this, &ExplorerTab::takeAnswer);
    connect(m_run, &ExchangeRun::failed, this, &ExplorerTab::takeError);
    connect(&services.session, &Session::profileChanged, this, &ExplorerTab::followProfile);
    followProfile();
}

void ExplorerTab::buildShortcuts()
{
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ExplorerTab::send);
    }
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ExplorerTab::cancel);
}

QString ExplorerTab::title() const
{
    return m_title.isEmpty() ? tr("New request") : m_title;
}

void ExplorerTab::activate()
{
    m_request->focusTarget();
}

void ExplorerTab::followProfile()
{
    const std::optional<Profile> profile = m_services.session.profile();
    const QUuid id = profile ? profile->id : QUuid();
    const QList<TokenKind> kinds = m_services.session.tokenKinds();
    m_request->setTokenKinds(kinds);
    m_request->setQuickStarts(quickStarts(kinds));
    m_request->setHost(m_services.session.endpoints().api.toString());
    if (id == m_profile)
        return;
    // An answer belongs to the profile that asked.
    m_profile = id;
    cancel();
    m_answer->reset();
}

std::optional<PreparedRequest> ExplorerTab::prepared()
{
    m_request->clearNotices();
    const std::optional<Profile> profile = m_services.session.profile();
    if (!profile) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.sentence = tr("There is no profile to send with.");
        error.nextStep = tr("Import an API key, or try the sandbox.");
        m_request->showError(error);
        return std::nullopt;
    }
    const Result<RequestDraft> draft = m_request->draft();
    if (!draft) {
        m_request->showError(draft.error());
        return std::nullopt;
    }
    const Result<PreparedRequest> ready =
        prepare(*draft, m_services.deployments.get(profile->deployment), m_services.session.endpoints(),
                !profile->clientId.isEmpty(), profile->readOnly ? Access::ReadOnly : Access::Full);
    if (ready)
        return *ready;
    m_request->showError(ready.error());
    return std::nullopt;
}

void ExplorerTab::send()
{
    if (m_run->isRunning())
        return;
    const std::optional<PreparedRequest> request = prepared();
    if (!request)
        return;
    if (request->method == "DELETE")
        m_request->askBeforeDelete(lastSegment(request->url));
    else
        transmit();
}

void ExplorerTab::transmit()
{
    const std::optional<PreparedRequest> request = m_run->isRunning() ? std::nullopt : prepared();
    if (!request)
        return;
    m_request->setSending(true);
    m_answer->showSending();
    m_title = request->url.path();
    Q_EMIT titleChanged();
    m_run->send(*request, m_profile);
}

void ExplorerTab::cancel()
{
    if (!m_run->cancel()) {
        m_request->clearNotices();
        return;
    }
    m_request->setSending(false);
    m_answer->showError(cancelledError());
}

void ExplorerTab::takeAnswer(const Exchange &exchange)
{
    m_request->setSending(false);
    m_answer->showExchange(exchange);
    const QString time = QLocale().toString(exchange.sentAt.toLocalTime().time(), u"HH:mm:ss"_s);
    Q_EMIT statusText(tr("%1   sent %2").arg(exchange.url.host(), time));
}

void ExplorerTab::takeError(const Error &error)
{
    m_request->setSending(false);
    m_answer->showError(error);
}

void ExplorerTab::save()
{
    if (!m_answer->exchange())
        return;
    const QString suggested = lastSegment(m_answer->exchange()->url) + ".json"_L1;
    m_services.files.chooseNew(this, tr("Save the body"), suggested,
                               [this, body = m_answer->exchange()->response.body](const QString &path) {
                                   deliver(inBackground<void>([body, path] { return saveBody(body, path); }), this,
                                           [this, path](const Status &status) {
                                               Message note;
                                               note.kind = MessageKind::Success;
                                               note.text = tr("Saved to %1.").arg(path);
                                               note.staysOpen = false;
                                               Q_EMIT message(status ? note : Message::fromError(status.error()));
                                           });
                               });
}

} // namespace acx
