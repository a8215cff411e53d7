// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/explorer_tab.h"

#include "app/explorer/links.h"
#include "app/explorer/list_page.h"
#include "app/http/encoding.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/exchange_run.h"
#include "ui/explorer/navigation_bar.h"
#include "ui/explorer/request_panel.h"
#include "ui/session.h"

#include <QDesktopServices>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int requestWidth = 430; // pixels; only their proportion counts
constexpr int answerWidth = 500;

/// The literal segment before a parameter of a path: "products" for the name of /products/{name}.
QString segmentBefore(const QString &path, const QString &parameter)
{
    const qsizetype at = std::max<qsizetype>(path.indexOf(u'{' + parameter + u'}'), 0);
    const QStringList before = path.left(at).split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = before.size() - 1; i >= 0; --i) {
        if (!before.at(i).startsWith(u'{'))
            return before.at(i);
    }
    return {};
}

/// Names that mean something else at every place.
bool isGeneric(const QString &parameter)
{
    static const QStringList names{u"id"_s, u"item"_s, u"name"_s, u"version"_s};
    return names.contains(parameter);
}

} // namespace

ExplorerTab::ExplorerTab(const AppServices &services, OperationBook &book, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_book(book)
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_request(new RequestPanel(services, m_columns))
    , m_answer(new AnswerPanel(services.theme, m_columns))
    , m_navigation(new NavigationBar(services.theme, m_answer))
    , m_run(new ExchangeRun(services.sender, this))
{
    setObjectName(u"explorerTab"_s);
    setAccessibleName(tr("Request and answer"));
    buildColumns();
    buildShortcuts();
    connectParts();
    followProfile();
    showWay();
    m_blank = state();
}

void ExplorerTab::buildColumns()
{
    m_columns->setObjectName(u"requestColumns"_s);
    m_columns->setChildrenCollapsible(false);
    m_columns->setHandleWidth(1);
    m_columns->addWidget(m_request);
    m_columns->addWidget(m_answer);
    m_columns->setStretchFactor(0, 2);
    m_columns->setStretchFactor(1, 3);
    m_columns->setSizes({requestWidth, answerWidth});
    m_answer->setNavigation(m_navigation);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

void ExplorerTab::addShortcut(const QKeySequence &keys, const std::function<void()> &run)
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, run);
}

void ExplorerTab::buildShortcuts()
{
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_request->submit(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { m_request->submit(); });
    addShortcut(QKeySequence(Qt::Key_Escape), [this] { stopAnything(); });
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { goBack(); });
    addShortcut(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { goForward(); });
    addShortcut(QKeySequence(Qt::Key_Back), [this] { goBack(); });
    addShortcut(QKeySequence(Qt::Key_Forward), [this] { goForward(); });
}

void ExplorerTab::connectParts()
{
    connect(m_request, &RequestPanel::sendWanted, this, [this] { send(false); });
    connect(m_request, &RequestPanel::allPagesWanted, this, [this] { send(true); });
    connect(m_request, &RequestPanel::cancelWanted, this, &ExplorerTab::cancel);
    connect(m_request, &RequestPanel::destructionConfirmed, this, &ExplorerTab::transmit);
    connect(m_request, &RequestPanel::stateChanged, this, &ExplorerTab::edited);
    connect(m_request, &RequestPanel::draftPasted, this, &ExplorerTab::openDraft);
    connect(m_answer, &AnswerPanel::saveWanted, this, &ExplorerTab::save);
    connect(m_answer, &AnswerPanel::linkActivated, this, &ExplorerTab::follow);
    connect(m_answer, &AnswerPanel::definitionWanted, this, &ExplorerTab::openDefinition);
    connect(m_navigation, &NavigationBar::backWanted, this, &ExplorerTab::goBack);
    connect(m_navigation, &NavigationBar::forwardWanted, this, &ExplorerTab::goForward);
    connect(m_navigation, &NavigationBar::targetWanted, this, &ExplorerTab::followTarget);
    connect(m_navigation, &NavigationBar::linkWanted, this, &ExplorerTab::follow);
    connect(m_run, &ExchangeRun::progressed, m_answer, &AnswerPanel::showProgress);
    connect(m_run, &ExchangeRun::pagesProgressed, this, &ExplorerTab::tellPages);
    connect(m_run, &ExchangeRun::answered, this, &ExplorerTab::takeAnswer);
    connect(m_run, &ExchangeRun::failed, this, &ExplorerTab::takeError);
    connect(&m_services.session, &Session::profileChanged, this, &ExplorerTab::followProfile);
    connect(&m_book, &OperationBook::shippedChanged, this, &ExplorerTab::showWay);
    connect(&m_services.definitions, &DefinitionLibrary::changed, this, &ExplorerTab::followLibrary);
    m_answer->setLinkRule([this](const QString &name, const QString &value) -> std::optional<AnswerLink> {
        const std::optional<Exchange> &exchange = m_answer->exchange();
        const std::optional<QUrl> url = exchange ? linkTarget(name, value, exchange->response.url) : std::nullopt;
        return url ? std::optional(AnswerLink{*url, isOnProfile(*url, m_services.session.endpoints())}) : std::nullopt;
    });
}

QString ExplorerTab::title() const
{
    if (m_operation)
        return m_operation->operation.title;
    const QString target = state().target.trimmed();
    return target.isEmpty() ? tr("New request") : target;
}

RequestState ExplorerTab::shownState() const
{
    RequestState state = m_request->state();
    state.id = m_id;
    return state;
}

void ExplorerTab::edited()
{
    // Whoever fills in another request in its place does not wait for it any more.
    if (m_isMissing)
        m_wanted.reset();
    Q_EMIT stateChanged();
    Q_EMIT titleChanged();
}

bool ExplorerTab::isUntouched() const
{
    return !m_operation && m_visits.isEmpty() && !m_run->isRunning() && state() == m_blank;
}

void ExplorerTab::activate()
{
    m_request->focusFirst();
}

void ExplorerTab::followProfile()
{
    const std::optional<Profile> profile = m_services.session.profile();
    const QUuid id = profile ? profile->id : QUuid();
    if (id == m_profile)
        return;
    // An answer belongs to the profile that asked.
    cancel();
    m_request->endPause();
    m_profile = id;
    m_visits.clear();
    m_names.clear();
    m_answer->reset();
    showWay();
}

void ExplorerTab::followLibrary()
{
    const auto definition = m_operation ? m_services.definitions.find(m_operation->catalogId) : std::nullopt;
    if (!definition || definition->copy == m_copy)
        return;
    const auto renew = [this, opening = m_opening, copy = definition->copy](const Result<KnownOperation> &found) {
        if (opening != m_opening || !found || !isShown(*found))
            return;
        m_copy = copy;
        m_operation = *found;
        m_request->renewOperation(found->operation, found->source);
        m_request->setPaged(isPaged(found->operation));
        Q_EMIT titleChanged();
    };
    m_book.find(m_operation->catalogId, m_operation->operation.id, this, renew);
}

void ExplorerTab::show(const KnownOperation &operation)
{
    giveUpPreparing();
    m_wanted.reset();
    m_operation = operation;
    m_copy = m_services.definitions.find(operation.catalogId).value_or(Definition()).copy;
    m_request->setOperation(operation.operation, operation.source, operation.catalogId);
    m_request->setPaged(isPaged(operation.operation));
    Q_EMIT titleChanged();
    Q_EMIT operationShown(operation.catalogId, operation.operation.id);
}

void ExplorerTab::openDraft(const RequestDraft &draft)
{
    ++m_opening;
    showFree();
    m_request->setDraft(draft);
    Q_EMIT titleChanged();
    Q_EMIT stateChanged();
}

void ExplorerTab::showFree()
{
    giveUpPreparing();
    m_wanted.reset();
    m_operation.reset();
    m_request->setOperation(std::nullopt);
    m_request->setPaged(false);
    Q_EMIT titleChanged();
    Q_EMIT operationShown({}, {});
}

void ExplorerTab::openState(const RequestState &state)
{
    const quint64 opening = ++m_opening;
    m_id = state.id.isNull() ? m_id : state.id;
    if (state.operationId.isEmpty()) {
        showFree();
        m_request->setState(state);
        Q_EMIT titleChanged();
        return;
    }
    m_wanted = state;
    m_wanted->id = m_id;
    m_isMissing = false;
    m_book.find(state.catalogId, state.operationId, this, [this, opening, state](const Result<KnownOperation> &found) {
        if (opening != m_opening)
            return;
        m_isMissing = !found;
        if (!found)
            return m_request->showError(found.error());
        show(*found);
        m_request->setState(state);
    });
}

QList<NamedValue> ExplorerTab::carriedValues(const Operation &next) const
{
    QList<NamedValue> carried;
    if (!m_operation)
        return carried;
    const QList<NamedValue> values = m_request->state().values;
    for (const OperationParameter &parameter : next.parameters) {
        const auto known = std::find_if(values.cbegin(), values.cend(), [&parameter](const NamedValue &value) {
            return value.name == parameter.name || value.name == "path:"_L1 + parameter.name;
        });
        const bool same =
            parameter.place == ParameterPlace::Path && known != values.cend() &&
            (!isGeneric(parameter.name) ||
             segmentBefore(next.path, parameter.name) == segmentBefore(m_operation->operation.path, parameter.name));
        if (same && m_operation->operation.path.contains(u'{' + parameter.name + u'}'))
            carried.append({parameter.name, known->value});
    }
    return carried;
}

void ExplorerTab::openOperation(const QString &catalogId, const QString &operationId)
{
    const quint64 opening = ++m_opening;
    m_book.find(catalogId, operationId, this, [this, opening](const Result<KnownOperation> &found) {
        if (opening != m_opening)
            return;
        if (!found)
            return m_request->showError(found.error());
        const bool sameCatalog = m_operation && m_operation->catalogId == found->catalogId;
        RequestState state;
        state.values = sameCatalog ? carriedValues(found->operation) : QList<NamedValue>();
        show(*found);
        state.id = m_id;
        state.catalogId = found->catalogId;
        state.operationId = found->operation.id;
        state.method = found->operation.method;
        m_request->setState(state);
        m_request->focusFirst();
        showWay();
        Q_EMIT stateChanged();
    });
}

void ExplorerTab::openUrl(const QUrl &url)
{
    ++m_opening;
    if (m_run->isRunning())
        cancel();
    const QUrl api = m_services.session.endpoints().api;
    const QByteArray target = targetBelow(api, url);
    const std::optional<OperationMatch> match =
        target.isEmpty() ? std::nullopt : matchOperation(m_book.shipped(), "GET", target);
    const Result<KnownOperation> known = match ? m_book.shippedAt(match->index) : fail(Error());
    RequestState state;
    state.id = m_id;
    if (known) {
        show(*known);
        state.operationId = known->operation.id;
        state.values = match->values;
    } else {
        showFree();
        state.target =
            target.isEmpty() ? url.toString(QUrl::FullyEncoded | QUrl::RemoveFragment) : QString::fromLatin1(target);
    }
    m_request->setState(state);
    Q_EMIT titleChanged();
    Q_EMIT stateChanged();
    send(false);
}

void ExplorerTab::follow(const QUrl &url, bool newTab)
{
    if (!isOnProfile(url, m_services.session.endpoints()))
        QDesktopServices::openUrl(url);
    else if (newTab)
        Q_EMIT newTabWanted(url);
    else
        openUrl(url);
}

void ExplorerTab::followTarget(const QByteArray &target, bool newTab)
{
    follow(withPath(m_services.session.endpoints().api, target), newTab);
}

void ExplorerTab::restore(const Visit &visit)
{
    openState(visit.state);
    if (visit.answer)
        m_answer->showAgain(*visit.answer, visit.headline);
    else if (visit.error)
        m_answer->showError(*visit.error);
    else
        m_answer->reset();
    showWay();
    Q_EMIT stateChanged();
}

bool ExplorerTab::isAway() const
{
    const Visit *visit = m_visits.current();
    const RequestState shown = state();
    return visit != nullptr &&
           (visit->state.operationId != shown.operationId || visit->state.catalogId != shown.catalogId);
}

void ExplorerTab::goBack()
{
    const bool away = isAway();
    if (!away && !m_visits.canGoBack())
        return;
    cancel();
    restore(away ? *m_visits.current() : *m_visits.goBack());
}

void ExplorerTab::goForward()
{
    if (!m_visits.canGoForward())
        return;
    cancel();
    restore(*m_visits.goForward());
}

void ExplorerTab::showWay()
{
    m_navigation->setSteps(m_visits.canGoBack() || isAway(), m_visits.canGoForward());
    const Visit *visit = m_visits.current();
    if (visit == nullptr || !visit->answer) {
        m_navigation->setCrumbs({});
        m_navigation->setLinks({});
        return;
    }
    const QByteArray target = targetBelow(m_services.session.endpoints().api, visit->answer->url);
    QList<Crumb> crumbs = breadcrumb(m_book.shipped(), target);
    for (Crumb &crumb : crumbs)
        crumb.text = m_names.value(crumb.text, crumb.text);
    m_navigation->setCrumbs(crumbs);
    m_navigation->setLinks(headerLinks(visit->answer->response.headers, visit->answer->response.url));
}

} // namespace acx
