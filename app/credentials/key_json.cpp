// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_json.h"

#include "app/base/in_words.h"
#include "app/credentials/key_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// apikey, apiKey and every other spelling that people and tools have used.
bool isKeyName(const QString &name)
{
    QString plain = name.toLower();
    plain.removeIf([](QChar c) { return c == u'_' || c == u'-' || c == u' '; });
    return plain == "apikey"_L1;
}

bool hasAny(const JsonValue &object, std::initializer_list<QStringView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QStringView name) { return object.contains(name); });
}

/// Takes texts out of an object; what has another type is left out and named in a warning.
class Fields final
{
public:
    explicit Fields(const JsonValue &object)
        : m_object(object)
    {}

    QString text(std::initializer_list<QStringView> names)
    {
        for (const QStringView name : names) {
            const JsonValue &value = m_object[name];
            if (value.isString())
                return value.toString();
            if (value.type() != JsonValue::Type::Null)
                m_warnings
                    << inWords(QT_TRANSLATE_NOOP("acx", "The member %1 is not a text and was ignored.")).arg(name);
        }
        return {};
    }
    [[nodiscard]] QStringList warnings() const { return m_warnings; }

private:
    const JsonValue &m_object;
    QStringList m_warnings;
};

tl::unexpected<Error> wrongType(const QString &name)
{
    return fail(ErrorKind::InvalidInput,
                inWords(QT_TRANSLATE_NOOP("acx", "The member %1 of the file is not a text.")).arg(name),
                inWords(QT_TRANSLATE_NOOP("acx", "Download the file again, or paste only the key.")));
}

/// The one member that holds the key's value, if there is any.
Result<std::optional<JsonValue::Member>> keyMember(const JsonValue &object)
{
    std::optional<JsonValue::Member> found;
    for (const JsonValue::Member &member : object.members()) {
        if (!isKeyName(member.name))
            continue;
        if (!member.value.isString())
            return wrongType(member.name);
        if (found && found->value.toString() != member.value.toString())
            return refuseInput(QT_TRANSLATE_NOOP("acx", "The file holds two different API keys."),
                               QT_TRANSLATE_NOOP("acx", "Paste only the one that you mean."));
        if (!found)
            found = member;
    }
    return found;
}

bool isServiceCredentials(const JsonValue &object)
{
    return hasAny(object, {u"iam_apikey_id", u"iam_apikey_name", u"iam_apikey_description", u"iam_serviceid_crn",
                           u"iam_role_crn", u"resource_instance_id"});
}

bool isRecord(const JsonValue &object)
{
    return hasAny(object, {u"entity_tag", u"iam_id", u"account_id", u"created_at", u"crn"}) ||
           object[u"id"].toString().startsWith("ApiKey-"_L1) || object[u"uuid"].toString().startsWith("ApiKey-"_L1);
}

ApiKeySource sourceOf(const JsonValue &object, const QString &keyName)
{
    if (isServiceCredentials(object))
        return ApiKeySource::ServiceCredentials;
    if (hasAny(object, {u"boundTo", u"bound_to"}))
        return ApiKeySource::CommandLineFile;
    if (isRecord(object))
        return ApiKeySource::IamRecord;
    if (keyName == "apiKey"_L1)
        return ApiKeySource::OlderConsoleFile;
    return hasAny(object, {u"name"}) && hasAny(object, {u"createdAt"}) ? ApiKeySource::ConsoleFile
                                                                       : ApiKeySource::CommandLineFile;
}

Result<ApiKeyImport> withWarnings(Result<ApiKeyImport> found, const QStringList &warnings)
{
    if (found)
        found->warnings << warnings;
    return found;
}

QStringList stateWarnings(const JsonValue &object)
{
    QStringList warnings;
    if (object[u"disabled"].toBool())
        warnings << inWords(
            QT_TRANSLATE_NOOP("acx", "This key was disabled when the file was written. Enable it in IBM Cloud."));
    if (object[u"locked"].toBool())
        warnings << inWords(QT_TRANSLATE_NOOP("acx", "This key was locked against changes when the file was written."));
    return warnings;
}

Result<ApiKeyImport> readFlat(const JsonValue &object, const JsonValue::Member &keyField)
{
    Fields fields(object);
    ApiKey facts;
    facts.source = sourceOf(object, keyField.name);
    facts.name = fields.text({u"name", u"iam_apikey_name"});
    facts.description = fields.text({u"description", u"iam_apikey_description"});
    facts.createdAt = keyTime(fields.text({u"createdAt", u"created_at"}));
    facts.id = fields.text({u"id", u"uuid", u"iam_apikey_id"});
    facts.accountId = fields.text({u"account_id"});
    facts.ownerId = fields.text({u"iam_id"});
    if (facts.ownerId.isEmpty())
        facts.ownerId = fields.text({u"boundTo", u"bound_to", u"iam_serviceid_crn"}).section(u':', -1);
    if (facts.source == ApiKeySource::ServiceCredentials)
        facts.owner = KeyOwner::ServiceId;
    return withWarnings(importOfValue(keyField.value.toString(), facts), fields.warnings() + stateWarnings(object));
}

/// The shape of the IAM API before 2018: what it is in `metadata`, the key in `entity`.
Result<ApiKeyImport> readOldRecord(const JsonValue &object, const JsonValue::Member &keyField)
{
    Fields metadata(object[u"metadata"]);
    Fields entity(object[u"entity"]);
    ApiKey facts;
    facts.source = ApiKeySource::OlderIamRecord;
    facts.name = entity.text({u"name"});
    facts.description = entity.text({u"description"});
    facts.createdAt = keyTime(metadata.text({u"createdAt"}));
    facts.id = metadata.text({u"uuid"});
    facts.ownerId = metadata.text({u"iamId"});
    if (facts.ownerId.isEmpty())
        facts.ownerId = entity.text({u"boundTo"}).section(u':', -1);
    return withWarnings(importOfValue(keyField.value.toString(), facts), metadata.warnings() + entity.warnings());
}

bool holdsTokens(const JsonValue &object)
{
    if (hasAny(object, {u"access_token", u"refresh_token"}))
        return true;
    const QList<JsonValue::Member> &members = object.members();
    return std::any_of(members.cbegin(), members.cend(), [](const JsonValue::Member &member) {
        return member.value.isObject() && hasAny(member.value, {u"access_token", u"refresh_token"});
    });
}

/// A document without any key, explained.
tl::unexpected<Error> explain(const JsonValue &object)
{
    if (readClientJson(object))
        return refuseInput(QT_TRANSLATE_NOOP("acx", "This file holds a client ID and a client secret, but no API key."),
                           QT_TRANSLATE_NOOP("acx",
                                             "Use it as the client of a profile for SaaS or your own host, and import "
                                             "the API key itself."));
    if (holdsTokens(object))
        return refuseInput(
            QT_TRANSLATE_NOOP("acx", "This file holds tokens, not an API key."),
            QT_TRANSLATE_NOOP("acx", "Tokens expire within hours. Import the API key that they were made from."));
    if (isRecord(object) || hasAny(object, {u"apikeys"}) || object[u"metadata"].isObject())
        return refuseInput(
            QT_TRANSLATE_NOOP("acx", "This is only the description of an API key; the key itself is not in it."),
            QT_TRANSLATE_NOOP("acx", "IBM Cloud shows a key only when it is made. Make a new one and download "
                                     "it."));
    return refuseInput(QT_TRANSLATE_NOOP("acx", "This JSON file holds no API key: it has no member apikey."),
                       QT_TRANSLATE_NOOP("acx",
                                         "Choose the apikey.json that IBM Cloud offered for download when the key was "
                                         "made."));
}

} // namespace

Result<ApiKeyImport> readKeyJson(const JsonValue &document)
{
    if (!document.isObject())
        return refuseInput(
            QT_TRANSLATE_NOOP("acx", "This JSON file is not an API key: it is no object with a member apikey."),
            QT_TRANSLATE_NOOP("acx", "Choose the apikey.json that IBM Cloud offered for download when the key "
                                     "was made."));
    const auto flat = keyMember(document);
    if (!flat)
        return fail(flat.error());
    if (*flat)
        return readFlat(document, **flat);
    const auto old = keyMember(document[u"entity"]);
    if (!old)
        return fail(old.error());
    if (*old)
        return readOldRecord(document, **old);
    // What `ibmcloud resource service-key` prints wraps the credentials.
    if (document[u"credentials"].isObject()) {
        const auto inner = keyMember(document[u"credentials"]);
        if (!inner)
            return fail(inner.error());
        if (*inner)
            return readFlat(document[u"credentials"], **inner);
    }
    return explain(document);
}

Error jsonError(const JsonProblem &problem, qint64 totalBytes)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    if (problem.offset >= totalBytes) {
        error.sentence =
            inWords(QT_TRANSLATE_NOOP("acx", "The file is cut off: the JSON ends too early, in line %1, column %2."))
                .arg(problem.line)
                .arg(problem.column);
        error.nextStep = inWords(QT_TRANSLATE_NOOP("acx", "Download or copy the file again."));
    } else {
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "The file is not valid JSON: line %1, column %2."))
                             .arg(problem.line)
                             .arg(problem.column);
        error.nextStep = inWords(QT_TRANSLATE_NOOP("acx", "Download the file again, or paste only the key."));
    }
    error.technical = problem.reason;
    return error;
}

} // namespace acx
