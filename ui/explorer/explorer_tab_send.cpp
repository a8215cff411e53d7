// SPDX-License-Identifier: GPL-3.0-or-later
// From the request to its answer.
#include "app/base/background.h"
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/explorer/breadcrumb.h"
#include "app/explorer/completion.h"
#include "app/explorer/definition_request.h"
#include "app/explorer/history.h"
#include "app/explorer/list_page.h"
#include "app/tokens/retry_pause.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/answer_secrets.h"
#include "ui/explorer/body_text.h"
#include "ui/explorer/exchange_run.h"
#include "ui/explorer/explorer_tab.h"
#include "ui/explorer/navigation_bar.h"
#include "ui/explorer/request_panel.h"
#include "ui/file_chooser.h"
#include "ui/session.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// What a request would remove, as a person would name it.
QString lastSegment(const QUrl &url)
{
    const QStringList segments = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    return segments.isEmpty() ? url.host() : QUrl::fromPercentEncoding(segments.constLast().toLatin1());
}

Error noProfile()
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.sentence = ExplorerTab::tr("There is no profile to send with.");
    error.nextStep = ExplorerTab::tr("Import an API key, or try the sandbox.");
    return error;
}

} // namespace

std::optional<RequestDraft> ExplorerTab::readDraft()
{
    m_request->clearNotices();
    if (!m_services.session.hasProfile()) {
        m_request->showError(noProfile());
        return std::nullopt;
    }
    Result<RequestDraft> draft = m_request->draft();
    if (!draft) {
        m_request->showError(draft.error());
        return std::nullopt;
    }
    if (m_operation)
        draft->risk = m_operation->operation.risk;
    return *draft;
}

void ExplorerTab::prepareThen(const std::function<void(const PreparedRequest &, const RequestState &)> &next)
{
    const std::optional<RequestDraft> draft = readDraft();
    const std::optional<Profile> profile = m_services.session.profile();
    if (!draft || !profile)
        return;
    const Deployment &deployment = m_services.deployments.get(profile->deployment);
    const Endpoints endpoints = m_services.session.endpoints();
    const bool hasClient = !profile->clientId.isEmpty();
    const Access access = profile->readOnly ? Access::ReadOnly : Access::Full;
    const auto take = [this, next, state = shownState()](const Result<PreparedRequest> &request) {
        if (request)
            next(*request, state);
        else
            m_request->showError(request.error());
    };
    const QString catalogId = m_operation ? m_operation->catalogId : QString();
    if (catalogId.isEmpty())
        return take(prepare(*draft, deployment, endpoints, hasClient, access));
    if (const Result<Definition> definition = m_request->definition(); !definition)
        return m_request->showError(definition.error());
    setPreparing(true);
    deliver(m_services.definitions.headersFor(catalogId), this,
            [=, preparing = ++m_preparing, this](const Result<DefinitionHeaders> &headers) {
                if (preparing != m_preparing)
                    return;
                setPreparing(false);
                const Result<Definition> definition = m_request->definition(); // as it is now
                if (headers && definition)
                    take(prepareForDefinition(*draft, *definition, *headers, deployment, endpoints, hasClient, access));
                else
                    m_request->showError(headers ? definition.error() : headers.error());
            });
}

void ExplorerTab::setPreparing(bool isPreparing)
{
    m_isPreparing = isPreparing;
    m_request->setSending(isPreparing);
}

void ExplorerTab::giveUpPreparing()
{
    m_request->giveUpSubmit();
    if (!m_isPreparing)
        return;
    ++m_preparing;
    setPreparing(false);
}

bool ExplorerTab::canSend() const
{
    return !m_run->isRunning() && !m_isPreparing && !m_request->isPaused();
}

void ExplorerTab::send(bool allPages)
{
    if (!canSend())
        return;
    m_allPages = allPages;
    prepareThen([this](const PreparedRequest &request, const RequestState &state) {
        RequestDraft draft;
        draft.method = request.method;
        draft.risk = m_operation ? m_operation->operation.risk : OperationRisk::Read;
        if (isDestructive(draft))
            m_request->askBeforeDestruction(lastSegment(request.url));
        else
            begin(request, state);
    });
}

void ExplorerTab::transmit()
{
    if (canSend())
        prepareThen([this](const PreparedRequest &request, const RequestState &state) { begin(request, state); });
}

void ExplorerTab::begin(const PreparedRequest &request, const RequestState &state)
{
    m_sent = {m_profile,
              m_services.session.profile().value_or(Profile()).name,
              state.catalogId,
              state.operationId,
              m_operation ? m_operation->operation.title : QString(),
              request,
              {},
              m_services.clock.now(),
              {},
              state};
    for (const auto &header : request.secretHeaders)
        m_sent.known.append(header.second);
    Visit visit;
    visit.state = state;
    visit.method = request.method;
    visit.url = request.url;
    visit.accept = headerValue(request.headers, "Accept");
    m_visits.begin(visit);
    if (const JsonIndexPtr &json = m_answer->jsonIndex())
        m_names.insert(namesOfIds(*json));
    m_request->setSending(true);
    m_answer->showSending();
    showWay();
    if (m_allPages)
        m_run->fetchAll(request, m_profile);
    else
        m_run->send(request, m_profile);
}

void ExplorerTab::cancelRequest()
{
    if (m_run->isRunning())
        cancel();
    else
        giveUpPreparing();
}

void ExplorerTab::cancel()
{
    if (m_run->cancel())
        return takeError(cancelledError());
    giveUpPreparing();
    m_request->clearNotices();
}

ExplorerTab::~ExplorerTab()
{
    if (m_run->cancel())
        record(fail(cancelledError()));
}

void ExplorerTab::stopAnything()
{
    if (!m_run->isRunning() && m_request->isPaused())
        m_request->endPause();
    else
        cancel();
}

void ExplorerTab::takeAnswer(const Exchange &exchange)
{
    m_request->setSending(false);
    if (const std::optional<std::chrono::seconds> pause = askedPause(exchange.response))
        m_request->pause(exchange.response.url.host(), *pause);
    m_navigation->setProgress({});
    m_answer->showExchange(exchange);
    m_visits.setAnswer(*m_answer->exchange(), m_answer->headline());
    rememberSecrets(m_services.clipboard, exchange.response.body);
    if (!m_operation)
        m_request->setPaged(exchange.method == "GET" && looksPaged(exchange.response.body));
    showWay();
    record(exchange);
    // What was offered may not be so any more.
    if (exchange.method != "GET" && exchange.method != "HEAD" && exchange.method != "OPTIONS")
        m_services.liveValues.forget(m_profile);
    const QString time = QLocale().toString(exchange.sentAt.toLocalTime().time(), u"HH:mm:ss"_s);
    Q_EMIT statusText(tr("%1   sent %2").arg(exchange.url.host(), time));
}

void ExplorerTab::takeError(const Error &error)
{
    m_request->setSending(false);
    m_navigation->setProgress({});
    m_visits.setError(error);
    m_answer->showError(error);
    record(fail(error));
}

void ExplorerTab::record(const Result<Exchange> &outcome)
{
    RecordedExchange recorded = std::exchange(m_sent, {}); // its secrets stay nowhere else
    recorded.outcome = outcome;
    m_services.history.record(recorded); // what fails is told by the History itself
}

void ExplorerTab::tellPages(const PagingProgress &progress)
{
    const QLocale locale;
    const QString items = tr("%1 of %2 items").arg(locale.toString(progress.items), locale.toString(progress.total));
    const int pause = int(progress.pause.count());
    m_navigation->setProgress(pause > 0 ? tr("%1, after a pause of %n s that was asked for", nullptr, pause).arg(items)
                                        : items);
}

void ExplorerTab::save(bool pretty)
{
    if (!m_answer->exchange())
        return;
    const QString suggested = lastSegment(m_answer->exchange()->url) + ".json"_L1;
    const ResponseBody body = m_answer->exchange()->response.body;
    const JsonIndexPtr json = pretty ? m_answer->jsonIndex() : nullptr;
    m_services.files.chooseNew(this, tr("Save the body"), suggested, [this, body, json](const QString &path) {
        const auto work = [body, json, path] { return json ? savePretty(*json, path) : saveBody(body, path); };
        deliver(inBackground<void>(work), this, [this, path](const Status &status) {
            Message note;
            note.kind = MessageKind::Success;
            note.text = tr("Saved to %1.").arg(path);
            note.staysOpen = false;
            Q_EMIT message(status ? note : Message::fromError(status.error()));
        });
    });
}

void ExplorerTab::openDefinition()
{
    const Visit *visit = m_visits.current();
    if (visit == nullptr || !visit->answer)
        return;
    const HttpResponse &response = visit->answer->response;
    Q_EMIT definitionWanted(response.body, {response.url, m_profile, visit->accept});
}

} // namespace acx
