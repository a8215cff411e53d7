// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/redactor.h"

#include "app/http/secret_names.h"
#include "app/http/text_layers.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype shortestInBase64 = 6; // bytes; shorter ones would match by chance

void findAll(const TextLayer &layer, const QByteArray &value, QList<TextRange> &found)
{
    for (qsizetype at = layer.bytes.indexOf(value); at >= 0; at = layer.bytes.indexOf(value, at + 1))
        found.append(layer.inText({at, at + value.size()}));
}

struct Base64Form
{
    QByteArray bytes;
    bool sharesBegin = false; ///< the character before it holds bits of the value, too
    bool sharesEnd = false;   ///< and so does the one after it
};

// What the value looks like inside base64 when 0, 1 or 2 bytes of the group before it belong to something else; the
// characters that it shares with its neighbours are left out.
QList<Base64Form> base64Forms(const QByteArray &value)
{
    QList<Base64Form> forms;
    for (const qsizetype before : {0, 1, 2}) {
        const QByteArray padded = QByteArray(before, '\0') + value;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray encoded = padded.toBase64(alphabet | QByteArray::OmitTrailingEquals);
            const qsizetype first = before == 0 ? 0 : before + 1;
            const qsizetype last = padded.size() / 3 * 4 + padded.size() % 3;
            forms.append({encoded.sliced(first, last - first), before > 0, padded.size() % 3 > 0});
        }
    }
    return forms;
}

// The inside of a JSON string, as writers of JSON make it.
QByteArray jsonEscaped(const QString &text, bool onlyAscii)
{
    static const QHash<char16_t, QString> shorts{{u'"', u"\\\""_s}, {u'\\', u"\\\\"_s}, {u'\b', u"\\b"_s},
                                                 {u'\f', u"\\f"_s}, {u'\n', u"\\n"_s},  {u'\r', u"\\r"_s},
                                                 {u'\t', u"\\t"_s}};
    QString out;
    for (const QChar c : text) {
        const auto known = shorts.constFind(c.unicode());
        if (known != shorts.cend())
            out += *known;
        else if (c.unicode() < 0x20 || (onlyAscii && c.unicode() > 0x7e))
            out += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out.toUtf8();
}

// The ways in which a value stands in a text that is then encoded in base64 as a whole.
QSet<QByteArray> writtenForms(const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    const QByteArray json = jsonEscaped(text, false);
    return {value, json, QByteArray(json).replace('/', "\\/"), jsonEscaped(text, true), value.toPercentEncoding()};
}

// Percent-encoding and JSON escapes of every byte, in both spellings of the digits.
QSet<QByteArray> whollyEscapedForms(const QByteArray &value)
{
    QByteArray percents;
    QByteArray escapes;
    for (const char byte : value) {
        const QByteArray digits = QByteArray(1, byte).toHex();
        percents += '%' + digits;
        escapes += "\\u00" + digits;
    }
    return {percents, percents.toUpper(), escapes, escapes.toUpper().replace("\\U", "\\u")};
}

// A known value in one of its encoded forms. The layers undo encodings from the left: a stray "%B" or backslash before
// the value swallows its first characters there, and only the form itself still gives it away.
void findEncoded(const TextLayer &layer, const QByteArray &value, QList<TextRange> &found)
{
    const QSet<QByteArray> forms = writtenForms(value) + whollyEscapedForms(value);
    for (const QByteArray &written : forms) {
        findAll(layer, written, found);
        if (const QByteArray lower = written.toLower(); lower.contains('%') && lower != written)
            findAll({layer.bytes.toLower(), layer.origin}, lower, found);
    }
}

bool isBase64(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           QByteArrayView("+/-_").contains(c);
}

// With the shared characters around a find, and its padding.
TextRange widened(const QByteArray &text, TextRange range, const Base64Form &form)
{
    constexpr int longestPadding = 2;
    if (form.sharesBegin && range.begin > 0 && isBase64(text.at(range.begin - 1)))
        --range.begin;
    if (!form.sharesEnd)
        return range;
    if (range.end < text.size() && isBase64(text.at(range.end)))
        ++range.end;
    for (int i = 0; i < longestPadding && range.end < text.size() && text.at(range.end) == '='; ++i)
        ++range.end;
    return range;
}

void findBase64(const TextLayer &layer, const QByteArray &value, QList<TextRange> &found)
{
    QList<Base64Form> forms;
    const QSet<QByteArray> plain = writtenForms(value);
    for (const QByteArray &written : plain)
        forms += base64Forms(written);
    for (const Base64Form &form : std::as_const(forms)) {
        const QByteArray &bytes = form.bytes;
        for (qsizetype at = layer.bytes.indexOf(bytes); at >= 0; at = layer.bytes.indexOf(bytes, at + 1))
            found.append(layer.inText(widened(layer.bytes, {at, at + bytes.size()}, form)));
    }
}

void findPattern(const TextLayer &layer, const QRegularExpression &pattern, QList<TextRange> &found)
{
    // One character a byte, so that offsets are the same.
    const QString text = QString::fromLatin1(layer.bytes);
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch next = match.next();
        found.append(layer.inText({next.capturedStart(1), next.capturedEnd(1)}));
    }
}

bool isBase64Url(char c)
{
    return isBase64(c) && c != '+' && c != '/';
}

qsizetype partEnd(const QByteArray &text, qsizetype from)
{
    while (from < text.size() && isBase64Url(text.at(from)))
        ++from;
    return from;
}

// Where in a run of base64url a JSON object may begin; -1 = nowhere.
qsizetype jsonBegin(const QByteArray &text, TextRange run)
{
    constexpr qsizetype shortest = 9; // characters of the header
    for (qsizetype at = run.begin; at + shortest <= run.end; ++at) {
        const QByteArrayView start = QByteArrayView(text).sliced(at, 3);
        for (const QByteArrayView known : {"eyJ", "eyA", "ewo", "ewk", "ew0"}) {
            if (start == known)
                return at;
        }
    }
    return -1;
}

// Where a token ends whose header ends at the dot; -1 = it is none. A JWS has two more parts, a JWE four, the first of
// which is empty where the key is agreed upon ("alg":"dir").
qsizetype tokenEnd(const QByteArray &text, qsizetype dot)
{
    constexpr qsizetype shortest = 4; // characters of the payload
    constexpr qsizetype most = 4;     // parts
    QVarLengthArray<qsizetype, most> lengths;
    qsizetype end = dot;
    while (lengths.size() < most && end < text.size() && text.at(end) == '.') {
        const qsizetype begin = end + 1;
        end = partEnd(text, begin);
        lengths.append(end - begin);
    }
    if (lengths.size() < 2)
        return -1;
    const bool hasNoKey = lengths.at(0) == 0 && lengths.size() == most && lengths.at(1) > 0 && lengths.at(2) > 0;
    return lengths.at(0) >= shortest || hasNoKey ? end : -1;
}

// A JSON object in base64url with what is signed or encrypted behind it: JWS and JWE in compact form. Each run is read
// once for its beginning and no more than four times for its end.
void findTokens(const TextLayer &layer, QList<TextRange> &found)
{
    const QByteArray &text = layer.bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype end = partEnd(text, at);
        if (end < text.size() && text.at(end) == '.') {
            const qsizetype begin = jsonBegin(text, {at, end});
            const qsizetype last = begin < 0 ? -1 : tokenEnd(text, end);
            if (last >= 0) {
                found.append(layer.inText({begin, last}));
                at = last;
                continue;
            }
        }
        at = end;
    }
}

// True where the address whose "://" stands there is written in apostrophes.
bool beginsInApostrophes(const QByteArray &text, qsizetype separator)
{
    qsizetype at = separator;
    while (at > 0 && (isBase64Url(text.at(at - 1)) || QByteArrayView("+.").contains(text.at(at - 1))))
        --at;
    return at > 0 && text.at(at - 1) == '\'';
}

// Where the authority ends that begins at `from`. An apostrophe belongs to it, unless it closes those around the
// address: what follows it then goes on with a list.
qsizetype authorityEnd(const QByteArray &text, qsizetype from, bool isInApostrophes)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        const bool isLast = isInApostrophes && text.at(at) == '\'' && at + 1 < text.size() &&
                            QByteArrayView(",)]};:").contains(text.at(at + 1));
        if (isLast || QByteArrayView("/?#\"<> \t\n\v\f\r").contains(text.at(at)))
            return at;
    }
    return text.size();
}

// True for "host:text" where no port can be meant: what looks like a host is a name then, and its password goes on.
bool endsWithPassword(QByteArrayView authority)
{
    const qsizetype colon = authority.indexOf(':');
    if (colon <= 0 || authority.startsWith('[') || authority.contains('@'))
        return false;
    const QByteArrayView port = authority.sliced(colon + 1);
    return !std::ranges::all_of(port, [](char each) { return each >= '0' && each <= '9'; });
}

// Where the authority ends whose password is written with a raw / ? or #: at the last @ before a blank, a quote or the
// next address; `end`, where it ends without one, if there is none.
qsizetype endAfterPassword(const QByteArray &text, qsizetype end)
{
    qsizetype last = end;
    for (qsizetype at = end; at < text.size() && !QByteArrayView("\"'<> \t\n\v\f\r").contains(text.at(at)); ++at) {
        if (QByteArrayView(text).sliced(at).startsWith("://"))
            break;
        if (text.at(at) == '@')
            last = at + 1;
    }
    return last;
}

// Name and password in an address. Only the last @ ends them: whoever writes an address by hand encodes neither an @
// nor an apostrophe in a password. Each byte is read a few times at most, for no two of these stretches overlap.
void findUserInfo(const TextLayer &layer, QList<TextRange> &found)
{
    const QByteArray &text = layer.bytes;
    const QByteArrayView separator = "://";
    for (qsizetype at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at)) {
        const qsizetype begin = at + separator.size();
        qsizetype end = authorityEnd(text, begin, beginsInApostrophes(text, at));
        if (endsWithPassword(QByteArrayView(text).sliced(begin, end - begin)))
            end = endAfterPassword(text, end);
        const qsizetype last = QByteArrayView(text).sliced(begin, end - begin).lastIndexOf('@');
        if (last > 0)
            found.append(layer.inText({begin, begin + last}));
        at = begin;
    }
}

void findPatterns(const TextLayer &layer, QList<TextRange> &found)
{
    static const QRegularExpression scheme(u"\\b(?:Bearer|Basic)\\s+([\\w.~+/=-]{16,})"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression pem(u"-----BEGIN [A-Z ]*PRIVATE KEY-----(.*?)(?:-----END|$)"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    findTokens(layer, found);
    findPattern(layer, scheme, found);
    findUserInfo(layer, found);
    if (layer.bytes.contains("PRIVATE KEY-----"))
        findPattern(layer, pem, found);
}

// The least decoded layer that shows a value knows best where it ends; `found` is by where values begin.
void findNamed(const TextLayer &layer, QHash<qsizetype, TextRange> &found)
{
    const QList<TextRange> ranges = namedSecrets(layer);
    for (const TextRange &range : ranges) {
        const TextRange inText = layer.inText(range);
        if (!found.contains(inText.begin))
            found.insert(inText.begin, inText);
    }
}

// The first `length` bytes of the text without the ranges.
QByteArray without(const QByteArray &text, QList<TextRange> ranges, qsizetype length)
{
    std::ranges::sort(ranges, {}, &TextRange::begin);
    const QByteArray mark = Redactor::placeholder().toUtf8();
    QByteArray out;
    qsizetype done = 0;
    for (const TextRange &range : std::as_const(ranges)) {
        if (range.begin >= length)
            break;
        if (range.end <= done && done > 0)
            continue;
        if (range.begin > done || out.isEmpty() || !out.endsWith(mark)) {
            out += QByteArrayView(text).sliced(done, std::max(range.begin, done) - done);
            out += mark;
        }
        done = range.end;
    }
    return done < length ? out + text.sliced(done, length - done) : out;
}

} // namespace

Redactor::Redactor(QList<Secret> known)
    : m_known(std::move(known))
{}

void Redactor::addKnown(const Secret &secret)
{
    m_known.append(secret);
}

QString Redactor::placeholder()
{
    return u"•••"_s;
}

QByteArray Redactor::bytes(const QByteArray &bytes) const
{
    return beginning(bytes, bytes.size());
}

QByteArray Redactor::beginning(const QByteArray &bytes, qsizetype length) const
{
    QList<TextRange> found;
    QHash<qsizetype, TextRange> named;
    const QList<TextLayer> layers = textLayers(bytes);
    for (const TextLayer &layer : layers) {
        for (const Secret &secret : m_known) {
            if (secret.isEmpty())
                continue;
            findAll(layer, secret.reveal(), found);
            findEncoded(layer, secret.reveal(), found);
            if (secret.size() >= shortestInBase64)
                findBase64(layer, secret.reveal(), found);
        }
        findPatterns(layer, found);
        findNamed(layer, named);
    }
    found += named.values();
    return without(bytes, found, std::min(length, bytes.size()));
}

QString Redactor::text(const QString &text) const
{
    return QString::fromUtf8(bytes(text.toUtf8()));
}

QString Redactor::url(const QUrl &url) const
{
    return text(url.toString(QUrl::FullyEncoded));
}

HttpHeaders Redactor::headers(const HttpHeaders &headers) const
{
    HttpHeaders out;
    out.reserve(headers.size());
    for (const HttpHeader &header : headers)
        out.append({header.name, isSecretHeader(header.name) ? placeholder().toUtf8() : bytes(header.value)});
    return out;
}

bool Redactor::isSecretHeader(QByteArrayView name)
{
    return isSecretName(name);
}

} // namespace acx
