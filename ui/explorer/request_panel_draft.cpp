// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/deployments/deployment.h"
#include "app/explorer/definition_request.h"
#include "ui/explorer/body_editor.h"
#include "ui/explorer/parameter_field.h"
#include "ui/explorer/request_code.h"
#include "ui/explorer/request_foot.h"
#include "ui/explorer/request_form.h"
#include "ui/explorer/request_line.h"
#include "ui/explorer/request_panel.h"
#include "ui/session.h"

#include <QPlainTextEdit>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Without what belongs to no parameter of the operation.
QList<NamedValue> parameterValues(QList<NamedValue> values)
{
    values.removeIf([](const NamedValue &value) { return value.name.startsWith("base:"_L1); });
    return values;
}

void addHeader(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    if (!value.isEmpty() && !hasHeader(headers, name))
        headers.append({name, value});
}

/// RFC 6265, section 4.2: the values of cookie parameters as they are.
QByteArray cookieOf(const RequestForm &form)
{
    QStringList pairs;
    for (const ParameterField *field : form.fields()) {
        if (field->parameter().place == ParameterPlace::Cookie && !field->values().isEmpty())
            pairs.append(field->parameter().name + u'=' + field->values().join(u','));
    }
    return pairs.join("; "_L1).toUtf8();
}

QString withoutSlash(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

} // namespace

Result<Definition> RequestPanel::definition() const
{
    const std::optional<Definition> definition = m_services.definitions.find(m_catalogId);
    if (definition)
        return *definition;
    return fail(ErrorKind::NotFound, tr("The API definition of this operation is not open any more."),
                tr("Open it again, or choose another operation."));
}

QString RequestPanel::baseText() const
{
    if (!m_catalogId.isEmpty())
        return withoutSlash(definition().value_or(Definition()).base.toString(QUrl::FullyEncoded));
    const Result<QString> base = baseUrl();
    return base && !base->isEmpty() ? *base : withoutSlash(m_services.session.endpoints().api.toString());
}

Result<QString> RequestPanel::baseUrl() const
{
    if (!m_operation || !m_catalogId.isEmpty() || m_operation->base.isEmpty())
        return QString(); // the API's own host, or the definition's
    if (m_operation->base == "login"_L1) {
        const QUrl login = m_services.session.endpoints().login;
        if (login.isEmpty())
            return fail(ErrorKind::InvalidInput,
                        tr("This profile has no login service, which answers this "
                           "operation."),
                        tr("Enter its URL in the profile."));
        return withoutSlash(login.toString(QUrl::FullyEncoded));
    }
    const Result<QUrl> given = readBaseUrl(m_form->base(), EndpointRole::Api);
    if (!given)
        return fail(given.error());
    return withoutSlash(given->toString(QUrl::FullyEncoded));
}

Status RequestPanel::putOperation(RequestDraft &draft, Values which) const
{
    const QList<NamedValue> values = which == Values::All ? m_form->values() : m_form->maskedValues();
    const Result<FilledOperation> filled = fillOperation(*m_operation, parameterValues(values), true);
    if (!filled)
        return fail(filled.error());
    const Result<QString> base = baseUrl();
    if (!base)
        return fail(base.error());
    draft.method = m_operation->method;
    draft.target = *base + filled->target;
    for (const auto &header : filled->headers)
        addHeader(draft.headers, header.first, header.second);
    addHeader(draft.headers, "Cookie"_ba, cookieOf(*m_form));
    addHeader(draft.headers, "Accept"_ba, filled->accept.toUtf8());
    draft.withToken = draft.withToken && m_operation->withToken;
    return {};
}

Result<std::optional<BuiltBody>> RequestPanel::builtBody() const
{
    const BodyContent content = m_body->content();
    if (m_read && m_read->content == content)
        return m_read->body;
    return makeBody(content);
}

Result<RequestDraft> RequestPanel::peek() const
{
    return makeDraft(Values::All);
}

Result<RequestDraft> RequestPanel::makeDraft(Values which) const
{
    RequestDraft draft;
    const Result<HttpHeaders> headers = readHeaderLines(m_headers->toPlainText());
    if (!headers)
        return fail(headers.error());
    draft.headers = *headers;
    const int choice = m_foot->tokenChoice();
    draft.withToken = choice != withoutToken;
    if (choice >= 0)
        draft.tokenKind = static_cast<TokenKind>(choice);
    draft.method = m_line->method();
    draft.target = m_line->target();
    if (m_operation) {
        if (const Status put = putOperation(draft, which); !put)
            return fail(put.error());
    }
    Result<std::optional<BuiltBody>> body = builtBody();
    if (!body)
        return fail(body.error());
    if (*body) {
        addHeader(draft.headers, "Content-Type"_ba, (*body)->contentType);
        draft.body = (*body)->bytes;
    }
    return draft;
}

Result<RequestDraft> RequestPanel::draft()
{
    ParameterField *wrong = m_operation ? m_form->check() : nullptr;
    if (wrong) {
        m_tabs->setCurrentWidget(m_form);
        wrong->setFocus();
        return fail(ErrorKind::InvalidInput,
                    tr("The parameter “%1” cannot be sent like this.").arg(wrong->parameter().name), wrong->problem());
    }
    if (!m_body->check())
        m_tabs->setCurrentWidget(m_body);
    Result<RequestDraft> made = peek();
    if (!made && m_operation && m_operation->body && !builtBody())
        m_tabs->setCurrentWidget(m_body);
    return made;
}

void RequestPanel::readBody(std::function<void(const Status &)> then)
{
    const BodyContent content = m_body->content();
    const quint64 generation = ++m_generation;
    if (!readsFiles(content)) {
        m_read.reset();
        then({});
        return;
    }
    deliver(inBackground<std::optional<BuiltBody>>([content] { return makeBody(content); }), this,
            [this, content, generation, then = std::move(then)](const Result<std::optional<BuiltBody>> &body) {
                if (generation != m_generation)
                    return;
                if (body)
                    m_read = ReadBody{content, *body};
                then(body ? Status() : fail(body.error()));
            });
}

void RequestPanel::submit()
{
    if (isPaused())
        return;
    readBody([this, submission = ++m_submission](const Status &read) {
        if (submission != m_submission)
            return;
        if (read) {
            Q_EMIT sendWanted();
            return;
        }
        m_tabs->setCurrentWidget(m_body);
        showError(read.error());
    });
}

Result<PreparedRequest> RequestPanel::prepareForCode(const RequestDraft &draft, const Profile &profile) const
{
    const Deployment &deployment = m_services.deployments.get(profile.deployment);
    const Endpoints endpoints = m_services.session.endpoints();
    const bool hasClient = !profile.clientId.isEmpty();
    if (m_catalogId.isEmpty())
        return prepare(draft, deployment, endpoints, hasClient);
    const Result<Definition> definition = this->definition();
    if (!definition)
        return fail(definition.error());
    const DefinitionHeaders names = m_services.definitions.headerNamesFor(m_catalogId);
    return prepareForDefinition(draft, *definition, names, deployment, endpoints, hasClient);
}

Result<SnippetRequest> RequestPanel::snippetRequest()
{
    const BodyContent content = m_body->content();
    if (readsFiles(content) && !(m_read && m_read->content == content)) {
        readBody([this](const Status &read) {
            if (read)
                m_code->refresh();
        });
        return fail(ErrorKind::Disk, tr("The file of the body is not read yet."), tr("Choose one that can be read."));
    }
    const std::optional<Profile> profile = m_services.session.profile();
    if (!profile)
        return fail(ErrorKind::NotFound, tr("There is no profile to write code for."),
                    tr("Import an API key, or try the sandbox."));
    const Result<RequestDraft> draft = makeDraft(Values::Masked);
    if (!draft)
        return fail(draft.error());
    const Result<PreparedRequest> ready = prepareForCode(*draft, *profile);
    if (!ready)
        return fail(ready.error());
    SnippetRequest request;
    request.method = ready->method;
    request.url = ready->url;
    request.headers = ready->headers;
    for (const auto &header : ready->secretHeaders)
        request.keptHeaders.append(header.first);
    request.body = ready->body;
    request.withToken = ready->tokenKind.has_value();
    request.kind = ready->tokenKind;
    request.profile = profile->name;
    if (m_operation && m_catalogId.isEmpty() && m_operation->base.isEmpty()) {
        request.operation = m_operation;
        request.values = m_form->maskedValues();
    }
    return request;
}

} // namespace acx
