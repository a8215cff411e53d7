// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/in_words.h"
#include "app/credentials/key_json.h"
#include "app/credentials/key_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

Error error(const QString &sentence)
{
    Error problem;
    problem.kind = ErrorKind::InvalidInput;
    problem.sentence = sentence;
    problem.nextStep =
        inWords(QT_TRANSLATE_NOOP("acx", "Choose the toolkit's credentials.json, or a JSON file with the "
                                         "members client_id and client_secret."));
    return problem;
}

/// A member under either spelling.
const JsonValue &member(const JsonValue &object, QStringView name, QStringView otherName)
{
    return object.contains(name) ? object[name] : object[otherName];
}

bool hasClient(const JsonValue &object)
{
    return object.isObject() && !(member(object, u"client_id", u"clientId").type() == JsonValue::Type::Null) &&
           !(member(object, u"client_secret", u"clientSecret").type() == JsonValue::Type::Null);
}

Result<ClientCredentials> clientOf(const JsonValue &object)
{
    const JsonValue &id = member(object, u"client_id", u"clientId");
    const JsonValue &secret = member(object, u"client_secret", u"clientSecret");
    if (!id.isString())
        return fail(error(inWords(QT_TRANSLATE_NOOP("acx", "The member client_id of the file is not a text."))));
    if (!secret.isString())
        return fail(error(inWords(QT_TRANSLATE_NOOP("acx", "The member client_secret of the file is not a text."))));
    ClientCredentials client;
    client.clientId = trimmedKey(id.toString());
    const QString value = trimmedKey(secret.toString());
    client.clientSecret = Secret::fromText(value);
    client.endpoint = object[u"endpoint"].toString().trimmed();
    if (client.clientId.isEmpty() || client.clientSecret.isEmpty())
        return fail(
            error(inWords(QT_TRANSLATE_NOOP("acx", "The client ID or the client secret of the file is empty."))));
    if (client.clientId.contains(QChar::Null) || value.contains(QChar::Null))
        return fail(
            error(inWords(QT_TRANSLATE_NOOP("acx", "The client ID or the client secret contains a NUL character."))));
    return client;
}

} // namespace

Result<ClientCredentials> readClientJson(const JsonValue &document)
{
    if (hasClient(document))
        return clientOf(document);
    // The toolkit of the provider's side comes first: it is the one that signs in to the platform API.
    for (const QStringView part : {u"toolkit", u"consumer_toolkit", u"governance", u"discovery"}) {
        if (hasClient(document[part]))
            return clientOf(document[part]);
    }
    return fail(error(inWords(QT_TRANSLATE_NOOP("acx", "The file holds no client ID and client secret."))));
}

} // namespace acx
