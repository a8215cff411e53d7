// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_completion.h"

#include "app/base/deliver.h"
#include "ui/explorer/completion_popup.h"
#include "ui/explorer/parameter_field.h"
#include "ui/explorer/parameter_field_editor.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/explorer/request_form.h"
#include "ui/session.h"

#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Parts of the path, and the headers that name an organization and its catalog.
bool mayBeListed(const OperationParameter &parameter)
{
    return parameter.place == ParameterPlace::Path ||
           (parameter.place == ParameterPlace::Header && parameter.name.endsWith("-Context"_L1));
}

QString nameOf(const OperationParameter &parameter)
{
    return toText(parameter.place) + u':' + parameter.name;
}

} // namespace

RequestCompletion::RequestCompletion(const AppServices &services, RequestForm *form)
    : QObject(form)
    , m_services(services)
    , m_form(form)
{
    connect(form->verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestCompletion::close);
    connect(&services.session, &Session::profileChanged, this, &RequestCompletion::close);
}

void RequestCompletion::setOperation(const std::optional<Operation> &operation, const QString &definition)
{
    close();
    m_operation = operation;
    m_definition = definition;
    m_catalog.reset();
    m_listed.clear();
    if (!operation)
        return;
    for (ParameterField *field : m_form->fields()) {
        if (field->line() && !isSecret(field->parameter()) && !field->parameter().examples.isEmpty())
            addOffers(field);
    }
    if (!definition.isEmpty()) {
        deliver(m_services.definitions.catalog(definition), this,
                [this, generation = m_generation](const Result<OperationCatalog> &catalog) {
                    if (catalog && generation == m_generation)
                        addOffersOf(*catalog);
                });
        return;
    }
    for (ParameterField *field : m_form->fields()) {
        if (!field->line() || !mayBeListed(field->parameter()))
            continue;
        m_listed.append(nameOf(field->parameter()));
        addOffers(field);
    }
}

void RequestCompletion::addOffersOf(const OperationCatalog &catalog)
{
    m_catalog = catalog;
    m_listed = listedParameters(catalog, *m_operation);
    for (ParameterField *field : m_form->fields()) {
        if (field->line() && !isSecret(field->parameter()) && m_listed.contains(nameOf(field->parameter())))
            addOffers(field);
    }
}

void RequestCompletion::addOffers(ParameterField *field)
{
    ParameterLine *line = field->line();
    if (line->hasOffers())
        return;
    line->setHasOffers(true);
    connect(line, &ParameterLine::offersWanted, this, [this, field, line] {
        line->setModified(false); // everything, not only what goes with the value that is there
        open(field);
    });
    connect(line, &QLineEdit::textEdited, this, [this, field, line] {
        const bool isAsked = m_definition.isEmpty() && m_listed.contains(nameOf(field->parameter()));
        if (isAsked && line->hasOffers() && !(m_popup && m_popup->isOpenFor(line)))
            open(field);
    });
}

void RequestCompletion::close()
{
    ++m_generation;
    if (m_popup)
        m_popup->close();
}

CompletionPopup *RequestCompletion::popup()
{
    if (m_popup && m_popup->parentWidget() != m_form->window())
        delete std::exchange(m_popup, nullptr).data();
    if (m_popup)
        return m_popup;
    m_popup = new CompletionPopup(m_services.theme, m_services.clock, m_form->window());
    connect(m_popup, &CompletionPopup::chosen, this, &RequestCompletion::choose);
    connect(m_popup, &CompletionPopup::refreshWanted, this, [this] { ask(LiveValues::Freshness::Reload); });
    connect(this, &QObject::destroyed, m_popup, &QObject::deleteLater);
    return m_popup;
}

void RequestCompletion::open(ParameterField *field)
{
    if (m_popup && m_popup->isOpenFor(field->line()))
        return;
    m_field = field;
    popup()->openFor(field->line());
    ask(LiveValues::Freshness::Cached);
}

void RequestCompletion::ask(LiveValues::Freshness freshness)
{
    if (!m_field || !m_operation)
        return;
    const quint64 generation = ++m_generation;
    const QString name = nameOf(m_field->parameter());
    if (!m_listed.contains(name) && showExamples())
        return;
    if (!m_services.session.hasProfile()) {
        Error error;
        error.kind = ErrorKind::NotFound;
        error.sentence = tr("There is no profile to ask with.");
        error.nextStep = tr("Import an API key, or try the sandbox.");
        popup()->showError(error);
        return;
    }
    popup()->showLoading();
    const QUuid profile = m_services.session.profile()->id;
    if (!m_definition.isEmpty())
        return askDefinition(profile, name, freshness);
    deliver(m_services.liveValues.offers(profile, *m_operation, name, m_form->values(), freshness), this,
            [this, generation](const Result<LiveList> &result) {
                if (generation == m_generation)
                    take(result);
            });
}

void RequestCompletion::askDefinition(const QUuid &profile, const QString &parameter, LiveValues::Freshness freshness)
{
    const std::optional<Definition> definition = m_services.definitions.find(m_definition);
    if (!definition || !m_catalog)
        return close();
    deliver(m_services.definitions.headersFor(m_definition), this,
            [=, this, generation = m_generation](const Result<DefinitionHeaders> &headers) {
                if (generation != m_generation)
                    return;
                if (!headers)
                    return take(fail(headers.error()));
                deliver(m_services.liveValues.offers(profile, {*definition, *m_catalog, *headers}, *m_operation,
                                                     parameter, m_form->values(), freshness),
                        this, [this, generation](const Result<LiveList> &result) {
                            if (generation == m_generation)
                                take(result);
                        });
            });
}

void RequestCompletion::take(const Result<LiveList> &result)
{
    if (!m_popup || !m_field)
        return;
    if (!result) {
        m_popup->showError(result.error());
    } else if (result->source.isEmpty()) {
        // Nothing in the API lists this one.
        m_listed.removeAll(nameOf(m_field->parameter()));
        if (showExamples())
            return;
        m_field->line()->setHasOffers(false);
        close();
    } else {
        m_popup->showOffers(*result);
    }
}

bool RequestCompletion::showExamples()
{
    const QList<NamedExample> &examples = m_field->parameter().examples;
    if (examples.isEmpty())
        return false;
    LiveList list;
    list.source = tr("examples of the document");
    for (const NamedExample &example : examples)
        list.values.append(
            {QString::fromUtf8(example.text), example.summary.isEmpty() ? example.name : example.summary, {}});
    popup()->showOffers(list);
    return true;
}

void RequestCompletion::choose(const LiveValue &value)
{
    if (!m_field)
        return;
    ParameterLine *line = m_field->line();
    line->setText(value.value);
    line->setCursorPosition(0);
    line->setNote(value.title == value.value ? QString() : value.title);
    // What stands below was told by titles of another parent.
    bool below = false;
    for (const ParameterField *field : m_form->fields()) {
        if (below && field->line())
            field->line()->setNote({});
        below = below || field == m_field;
    }
}

} // namespace acx
