// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/service_error_body.h"

#include "app/json/json_value.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qint64 longestBody = 256LL * 1024; ///< bytes that are looked at
constexpr qsizetype longestLine = 300;       ///< characters that are kept of a text

/// Text of a member, whatever its type: a string, a number as written, or a list of strings.
QString textOf(const JsonValue &value)
{
    if (value.isNumber())
        return QString::fromLatin1(value.numberText());
    if (!value.isArray())
        return value.toString();
    QStringList parts;
    for (const JsonValue &item : value.items()) {
        if (!item.toString().isEmpty())
            parts << item.toString();
    }
    return parts.join(u' ');
}

QString firstText(const JsonValue &object, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = textOf(object[name]); !text.isEmpty())
            return text;
    }
    return {};
}

/// Entries of "errors": the identity REST API's objects, V5's objects of one member {code: text}, or plain strings.
void readErrorList(const JsonValue &list, ServiceErrorBody &body)
{
    QStringList texts;
    for (const JsonValue &entry : list.items()) {
        if (entry.isString()) {
            texts << entry.toString();
        } else if (entry.isObject() && (entry.contains(u"message") || entry.contains(u"message_code"))) {
            texts << firstText(entry, {u"message"});
            if (body.code.isEmpty())
                body.code = firstText(entry, {u"message_code", u"code"});
            if (body.details.isEmpty())
                body.details = firstText(entry, {u"details"});
        } else if (entry.isObject()) {
            for (const JsonValue::Member &member : entry.members()) {
                texts << textOf(member.value);
                if (body.code.isEmpty())
                    body.code = member.name;
            }
        }
    }
    texts.removeAll(QString());
    body.text = texts.join(u' ');
}

ServiceErrorBody readObject(const JsonValue &object)
{
    ServiceErrorBody body;
    readErrorList(object[u"errors"], body);
    if (body.code.isEmpty())
        body.code = firstText(object, {u"errorCode", u"message_code", u"code"});
    if (body.text.isEmpty())
        body.text = firstText(object, {u"errorMessage", u"error_message", u"message", u"error_description", u"error"});
    if (body.details.isEmpty())
        body.details = firstText(object, {u"errorDetails", u"details"});
    // OAuth's own shape: error is a code, error_description the text.
    if (body.code.isEmpty() && object.contains(u"error_description"))
        body.code = object[u"error"].toString();
    const JsonValue &context = object[u"context"];
    body.requestId = firstText(context, {u"requestId", u"transaction_id"});
    if (body.requestId.isEmpty())
        body.requestId = firstText(object, {u"trace", u"transaction_id", u"requestId", u"id"});
    return body;
}

QString firstLine(QString text)
{
    if (text.contains(u'<')) {
        static const QRegularExpression hidden(u"<(script|style|head)\\b.*?</\\1\\s*>|<!--.*?-->"_s,
                                               QRegularExpression::CaseInsensitiveOption |
                                                   QRegularExpression::DotMatchesEverythingOption);
        static const QRegularExpression title(u"<title[^>]*>\\s*([^<]+?)\\s*</title>"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression tag(u"<[^>]*>"_s);
        const QRegularExpressionMatch match = title.match(text);
        if (match.hasMatch())
            return match.captured(1).simplified();
        text.replace(hidden, u"\n"_s).replace(tag, u"\n"_s);
    }
    for (const QString &line : text.split(u'\n')) {
        if (const QString words = line.simplified(); !words.isEmpty())
            return words;
    }
    return {};
}

QString shortened(const QString &text)
{
    return text.size() > longestLine ? text.left(longestLine) + u'…' : text;
}

} // namespace

ServiceErrorBody readServiceErrorBody(const HttpResponse &response)
{
    const QByteArray bytes = response.body.head(longestBody);
    ServiceErrorBody body;
    if (const auto json = parseJson(bytes)) {
        if (json->isObject())
            body = readObject(*json);
        else if (json->isArray())
            readErrorList(*json, body);
        else
            body.text = textOf(*json);
    } else {
        body.text = firstLine(QString::fromUtf8(bytes));
    }
    body.code = shortened(body.code.simplified());
    body.text = shortened(body.text.simplified());
    body.details = shortened(body.details.simplified());
    body.requestId = shortened(body.requestId.simplified());
    return body;
}

} // namespace acx
