// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

const NamedValue *findNamed(const QList<NamedValue> &list, QByteArrayView name)
{
    const auto at = std::find_if(list.begin(), list.end(), [&](const NamedValue &item) { return item.first == name; });
    return at == list.end() ? nullptr : &*at;
}

QByteArray decodeFormText(QByteArrayView text)
{
    QByteArray spaced = text.toByteArray();
    spaced.replace('+', ' ');
    return QByteArray::fromPercentEncoding(spaced);
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, '\0');
    auto *random = QRandomGenerator::system();
    std::generate(bytes.begin(), bytes.end(), [random] { return static_cast<char>(random->bounded(256)); });
    return bytes;
}

} // namespace

QByteArray Request::header(QByteArrayView lowerCaseName) const
{
    const NamedValue *found = findNamed(headers, lowerCaseName);
    return found ? found->second : QByteArray();
}

QByteArray Request::queryValue(QByteArrayView name) const
{
    const NamedValue *found = findNamed(query, name);
    return found ? found->second : QByteArray();
}

bool Request::hasQuery(QByteArrayView name) const
{
    return findNamed(query, name) != nullptr;
}

QByteArray Request::bearer() const
{
    const QByteArray value = header("authorization").trimmed();
    const qsizetype space = value.indexOf(' ');
    return space > 0 && value.first(space).toLower() == "bearer" ? value.mid(space + 1).trimmed() : QByteArray();
}

std::optional<QJsonObject> Request::json() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

Response &&Response::with(QByteArray name, QByteArray value) &&
{
    headers.append({std::move(name), std::move(value)});
    return std::move(*this);
}

Response jsonResponse(int status, const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    Response response;
    response.status = status;
    response.contentType = "application/json;charset=UTF-8"_ba;
    response.body = document.toJson(QJsonDocument::Compact);
    return response;
}

Response bytesResponse(QByteArray contentType, QByteArray body)
{
    Response response;
    response.contentType = std::move(contentType);
    response.body = std::move(body);
    return response;
}

Response emptyResponse(int status)
{
    Response response;
    response.status = status;
    return response;
}

QList<NamedValue> readForm(QByteArrayView text)
{
    QList<NamedValue> values;
    const QList<QByteArray> pairs = text.toByteArray().split('&');
    for (const QByteArray &pair : pairs) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = equals < 0 ? pair : pair.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        values.append({decodeFormText(name), decodeFormText(value)});
    }
    return values;
}

QByteArray randomText(int bytes)
{
    return randomBytes(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray randomHex(int bytes)
{
    return randomBytes(bytes).toHex();
}

QByteArray randomUuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace acx::sandbox
