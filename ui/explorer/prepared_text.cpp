// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/prepared_text.h"

#include "app/base/deliver.h"
#include "app/json/json_pretty.h"

#include <QStringDecoder>

#include <optional>

namespace acx {

namespace {

constexpr qint64 largestSmall = 1024LL * 1024;   // bytes
constexpr qint64 longestSmallLine = 64LL * 1024; // bytes
constexpr qint64 decodedAtATime = 1024LL * 1024; // bytes

/// What `body` is written in if it is not UTF-8, by its byte order mark or its declared charset.
std::optional<QStringConverter::Encoding> otherEncoding(QByteArrayView text, const QByteArray &contentType)
{
    if (const auto marked = QStringConverter::encodingForData(text.first(qMin(text.size(), qsizetype(4))));
        marked && *marked != QStringConverter::Utf8)
        return marked;
    const QByteArray lower = contentType.toLower();
    const qsizetype at = lower.indexOf("charset=");
    if (at < 0)
        return std::nullopt;
    QByteArray name = lower.sliced(at + 8).split(';').constFirst().trimmed();
    name.replace('"', "");
    const auto declared = QStringConverter::encodingForName(name.constData());
    return declared && *declared != QStringConverter::Utf8 && *declared != QStringConverter::System ? declared
                                                                                                    : std::nullopt;
}

Result<ResponseBody> decoded(QByteArrayView text, QStringConverter::Encoding encoding,
                             const std::function<bool()> &goOn)
{
    ResponseBody utf8;
    QStringDecoder decoder(encoding);
    for (qint64 at = 0; at < text.size(); at += decodedAtATime) {
        if (!goOn())
            return fail(cancelledError());
        const QString part = decoder(text.sliced(at, qMin(decodedAtATime, text.size() - at)));
        if (const Status written = utf8.append(part.toUtf8()); !written)
            return fail(written.error());
    }
    return utf8;
}

Result<ResponseBody> laidOut(const JsonIndex &index, const std::function<bool()> &goOn)
{
    ResponseBody pretty;
    const Status written = writePretty(index, index.root(), [&](QByteArrayView part) -> Status {
        return goOn() ? pretty.append(part) : Status(fail(cancelledError()));
    });
    if (!written)
        return fail(written.error());
    return pretty;
}

Result<ResponseBody> bodyFor(const TextOrder &order, const std::function<bool()> &goOn)
{
    if (order.pretty)
        return laidOut(*order.pretty, goOn);
    const Result<QByteArrayView> text = order.body.view();
    if (!text)
        return fail(text.error());
    if (const auto encoding = otherEncoding(*text, order.contentType))
        return decoded(*text, *encoding, goOn);
    return order.body;
}

} // namespace

Result<PreparedText> prepareText(const TextOrder &order, const std::function<bool()> &goOn)
{
    Result<ResponseBody> body = bodyFor(order, goOn);
    if (!body)
        return fail(body.error());
    const Result<QByteArrayView> text = body->view();
    if (!text)
        return fail(text.error());
    std::optional<TextLines> lines = TextLines::build(*text, [&goOn](qint64) { return goOn(); });
    if (!lines)
        return fail(cancelledError());
    const bool isSmall = text->size() <= largestSmall && lines->longest() <= longestSmallLine && text->isValidUtf8();
    return PreparedText{*std::move(body), *std::move(lines), isSmall};
}

} // namespace acx
