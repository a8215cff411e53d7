// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/secret_names.h"

#include "app/http/secret_search.h"

namespace acx {

bool isSecretName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : name) {
        if (c != '_' && c != '-' && c != '.' && c != ' ' && c != '\\')
            plain += c;
    }
    plain = plain.toLower();
    // What is told of an endpoint or a type is no secret, except for what is called one again: endpoint_password.
    for (const QByteArrayView readable : {"tokentype", "endpoint", "assertiontype"}) {
        if (const qsizetype at = plain.lastIndexOf(readable); at >= 0)
            plain.remove(0, at + readable.size());
    }
    for (const QByteArrayView ending : {"expiration", "expires", "expiresin", "lifetime"}) {
        if (plain.endsWith(ending))
            return false;
    }
    for (const QByteArrayView word : {"apikey", "passcode", "password", "passwd", "token", "jwt", "secret", "assertion",
                                      "authorization", "cookie", "privatekey", "activation"}) {
        if (plain.contains(word))
            return true;
    }
    return plain.startsWith("xauth");
}

QList<TextRange> namedSecrets(const QByteArray &text, bool isDecoded)
{
    return SecretSearch(text, isDecoded).run();
}

QList<TextRange> namedSecrets(const TextLayer &layer)
{
    return SecretSearch(layer.bytes, !layer.origin.isEmpty(), layer.origin).run();
}

} // namespace acx
