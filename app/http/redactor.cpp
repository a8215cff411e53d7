// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/redactor.h"

using namespace Qt::StringLiterals;

namespace acx {

Redactor::Redactor(QList<Secret> known)
    : m_known(std::move(known))
{}

void Redactor::addKnown(const Secret &secret)
{
    if (!secret.isEmpty())
        m_known.append(secret);
}

QString Redactor::placeholder()
{
    return u"•••"_s;
}

QByteArray Redactor::bytes(const QByteArray &bytes) const
{
    QByteArray out = bytes;
    for (const Secret &secret : m_known) {
        if (!secret.isEmpty())
            out.replace(secret.reveal(), placeholder().toUtf8());
    }
    return out;
}

QString Redactor::text(const QString &text) const
{
    return QString::fromUtf8(bytes(text.toUtf8()));
}

QString Redactor::url(const QUrl &url) const
{
    return text(url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo));
}

HttpHeaders Redactor::headers(const HttpHeaders &headers) const
{
    HttpHeaders out;
    for (const HttpHeader &header : headers)
        out.append({header.name, isSecretHeader(header.name) ? placeholder().toUtf8() : bytes(header.value)});
    return out;
}

bool Redactor::isSecretHeader(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    return lower == "authorization" || lower == "proxy-authorization" || lower == "cookie" || lower == "set-cookie" ||
           lower == "iam-apikey" || lower == "x-ibm-client-secret" || lower.startsWith("x-auth-");
}

} // namespace acx
