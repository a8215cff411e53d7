// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/body_reader.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype heldLimit = qsizetype{64} * 1024; // bytes

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Qt joins header lines of one name with a comma, so a value given twice arrives as a list (RFC 9110, section 8.6).
void readLength(const HttpHeaders &headers, BodyFraming &framing)
{
    for (const HttpHeader &header : headers) {
        if (header.name.compare("Content-Length", Qt::CaseInsensitive) != 0)
            continue;
        const QList<QByteArray> values = header.value.split(',');
        for (const QByteArray &value : values) {
            const QByteArray text = value.trimmed();
            bool isNumber = false;
            const qint64 length = text.toLongLong(&isNumber);
            if (!isNumber || !isDigits(text) || (framing.length && *framing.length != length))
                framing.lengthInvalid = true;
            else
                framing.length = length;
        }
    }
    if (framing.lengthInvalid)
        framing.length.reset();
}

} // namespace

BodyFraming BodyFraming::of(const QByteArray &method, int status, const HttpHeaders &headers)
{
    BodyFraming framing;
    framing.hasBody = method.compare("HEAD", Qt::CaseInsensitive) != 0 && status >= 200 && status != 204 &&
                      status != 205 && status != 304;
    framing.chunked = headerValue(headers, "Transfer-Encoding").toLower().contains("chunked");
    const QByteArray coding = headerValue(headers, "Content-Encoding").trimmed().toLower();
    framing.compressed = coding == "gzip" || coding == "x-gzip" || coding == "deflate";
    readLength(headers, framing);
    return framing;
}

BodyReader::BodyReader(const BodyFraming &framing, qint64 memoryLimit, qint64 maxBytes)
    : m_framing(framing)
    , m_body(memoryLimit)
    , m_maxBytes(maxBytes)
    , m_inflater(framing.compressed ? std::make_unique<Inflater>() : nullptr)
{}

void BodyReader::take(QByteArray raw)
{
    m_raw += raw.size();
    if (!m_inflater) {
        store(raw);
        return;
    }
    if (m_body.isEmpty() && m_held.size() <= heldLimit)
        m_held += raw;
    m_inflater->feed(std::move(raw));
}

bool BodyReader::hasWork() const
{
    return m_inflater && m_inflater->hasInput() && !m_tooLarge && !m_diskError;
}

void BodyReader::work()
{
    store(m_inflater->next());
    if (!m_body.isEmpty())
        m_held.clear();
    if (m_inflater->failed())
        giveUpInflating();
}

void BodyReader::giveUpInflating()
{
    m_compressionFailed = true;
    if (!m_body.isEmpty())
        return;
    // Nothing came out: what arrived is kept as it is, so that it can be looked at.
    m_inflater.reset();
    store(std::exchange(m_held, {}));
}

void BodyReader::store(const QByteArray &bytes)
{
    if (bytes.isEmpty() || m_tooLarge || m_diskError)
        return;
    const qint64 room = m_maxBytes - m_body.size();
    m_tooLarge = bytes.size() > room;
    if (Status kept = m_body.append(QByteArrayView(bytes).first(std::min<qint64>(bytes.size(), room))); !kept)
        m_diskError = kept.error();
}

} // namespace acx
