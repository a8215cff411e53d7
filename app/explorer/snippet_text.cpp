// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/snippet_text.h"

#include "app/explorer/snippet_parts.h"
#include "app/http/secret_names.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype longestVariable = 40; // characters; what is longer is no name

QByteArray markBytes()
{
    return Redactor::placeholder().toUtf8();
}

/// Characters that do not occur in the text, to stand for the mark where a person typed it.
QByteArray absentFrom(const QByteArray &text)
{
    const QByteArray privateUse = "\xef\xa3\xbf"_ba;
    QByteArray absent = privateUse;
    while (text.contains(absent))
        absent += privateUse;
    return absent;
}

/// The name beside a value, before which the text ends: password of …"password": " or …&password=.
QByteArray nameAtEnd(QByteArrayView text)
{
    constexpr qsizetype longestEnd = 160; // bytes, some of them percent-encoded
    constexpr QByteArrayView between = "\"'`:=<>[\\ \t\r\n";
    const QByteArrayView encoded = text.last(std::min(text.size(), longestEnd));
    const QByteArray end = QByteArray::fromPercentEncoding(encoded.toByteArray());
    qsizetype last = end.size();
    while (last > 0 && between.contains(end.at(last - 1)))
        --last;
    const auto isOfName = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
               c == '.';
    };
    qsizetype first = last;
    while (first > 0 && isOfName(end.at(first - 1)))
        --first;
    const QByteArray name = end.sliced(first, last - first);
    return name.size() <= longestVariable ? name : QByteArray();
}

/// Puts the mark in place of the secret fields of a multipart form, whose names stand a line or more above the values.
QByteArray withoutSecretFields(const QByteArray &body)
{
    static const QRegularExpression head(
        u"^Content-Disposition:[^\\r\\n]*;[ \\t]*name=\"?([^\";\\r\\n]*)[^\\r\\n]*\\r?\\n"
        "(?:[^\\r\\n]+\\r?\\n)*\\r?\\n"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (!body.contains("form-data"))
        return body;
    const qsizetype lineEnd = body.indexOf('\n');
    const QByteArray boundary =
        '\n' + (body.startsWith("--") && lineEnd > 0 ? body.first(lineEnd).trimmed() : QByteArray("--"));
    // One character a byte, so that offsets are the same.
    const QString text = QString::fromLatin1(body);
    QByteArray out;
    qsizetype done = 0;
    for (auto match = head.match(text); match.hasMatch(); match = head.match(text, done)) {
        const qsizetype begin = match.capturedEnd();
        // An empty value: the line end before its boundary belongs to the head.
        const qsizetype found = body.indexOf(boundary, begin - 1);
        qsizetype end = std::max(found < 0 ? body.size() : found, begin);
        if (end > begin && body.at(end - 1) == '\r')
            --end;
        out += body.sliced(done, begin - done);
        const bool isSecret = end > begin && isSecretName(match.captured(1).toLatin1());
        out += isSecret ? markBytes() : body.sliced(begin, end - begin);
        done = end;
    }
    return out + body.sliced(done);
}

/// Other names than secret ones may be those of variables that every shell has: PATH, HOME, USER.
QByteArray ownVariable(const QByteArray &name)
{
    if (name.isEmpty())
        return "secret"_ba;
    return isSecretName(name) ? name : "secret_" + name;
}

} // namespace

SnippetMask::SnippetMask(SnippetTyped typed, const QList<Secret> &known)
    : m_typed(typed)
    , m_redactor(known)
    , m_taken{SnippetParts::tokenVariable()}
{}

SnippetText SnippetMask::masked(const QByteArray &utf8, SnippetPlace place, const QByteArray &name)
{
    if (m_typed == SnippetTyped::AsTyped)
        return {{QString::fromUtf8(utf8), {}}};
    const QByteArray mark = markBytes();
    const QByteArray typedMark = absentFrom(utf8);
    const auto original = [&](QByteArray part) { return QString::fromUtf8(part.replace(typedMark, mark)); };
    const QByteArray typed = QByteArray(utf8).replace(mark, typedMark);
    const QByteArray text = m_redactor.bytes(place == SnippetPlace::Body ? withoutSecretFields(typed) : typed);
    m_hides = m_hides || text != typed;
    if (m_typed == SnippetTyped::Dots)
        return {{original(text), {}}};
    SnippetText pieces;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, done)) {
        if (at > done)
            pieces.append({original(text.sliced(done, at - done)), {}});
        pieces.append(pieceFor(name.isEmpty() ? nameAtEnd(QByteArrayView(text).first(at)) : name, place));
        done = at + mark.size();
    }
    if (done < text.size() || pieces.isEmpty())
        pieces.append({original(text.sliced(done)), {}});
    return pieces;
}

SnippetText SnippetMask::maskedParameter(const QString &name, const QString &value)
{
    // "query:apikey" where two have the same name.
    const QByteArray bare = name.sliced(name.indexOf(u':') + 1).toUtf8();
    if (m_typed == SnippetTyped::AsTyped || value.isEmpty() || !isSecretName(bare))
        return masked(value.toUtf8(), SnippetPlace::Parameter, bare);
    if (m_typed == SnippetTyped::Dots)
        return {{Redactor::placeholder(), {}}};
    for (const SnippetVariable &known : std::as_const(m_headers)) {
        if (known.header.compare(QString::fromUtf8(bare), Qt::CaseInsensitive) == 0)
            return {{{}, known.variable}};
    }
    return {pieceFor(bare, SnippetPlace::Parameter)};
}

HttpHeaders SnippetMask::masked(const HttpHeaders &headers)
{
    HttpHeaders open;
    for (const HttpHeader &header : headers) {
        const bool hasSecretName = Redactor::isSecretHeader(header.name);
        const QByteArray value =
            hasSecretName || m_typed == SnippetTyped::AsTyped ? header.value : m_redactor.bytes(header.value);
        const bool isHidden = value != header.value;
        m_hides = m_hides || isHidden;
        if (hasSecretName || (isHidden && m_typed == SnippetTyped::Variables))
            addHeader(header.name);
        else
            open.append({header.name, value});
    }
    return open;
}

void SnippetMask::addHeader(const QByteArray &name)
{
    m_headers.append({QString::fromLatin1(name), variableFor(ownVariable(name))});
}

void SnippetMask::forget(SnippetPlace place)
{
    for (const SnippetValue &value : std::as_const(m_values)) {
        if (value.place == place)
            m_taken.remove(value.variable);
    }
    m_values.removeIf([place](const SnippetValue &value) { return value.place == place; });
    m_numbers.clear();
}

/// X-IBM-Client-Secret: X_IBM_CLIENT_SECRET, or with a number where that is taken.
QString SnippetMask::variableFor(const QByteArray &name)
{
    QString variable;
    const QByteArray upper = name.toUpper();
    for (const char c : upper)
        variable += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? QChar(QLatin1Char(c)) : QChar(u'_');
    if (variable.isEmpty() || variable.at(0).isDigit())
        variable.prepend(u'_');
    QString unique = variable;
    for (int number = m_numbers.value(variable, 2); m_taken.contains(unique); ++number) {
        unique = variable + u'_' + QString::number(number);
        m_numbers.insert(variable, number + 1);
    }
    m_taken.insert(unique);
    return unique;
}

SnippetPiece SnippetMask::pieceFor(const QByteArray &name, SnippetPlace place)
{
    const QString variable = variableFor(ownVariable(name));
    m_values.append({variable, QString::fromUtf8(name), place});
    return {{}, variable};
}

bool contains(const SnippetText &text, QStringView part)
{
    return std::ranges::any_of(text, [part](const SnippetPiece &piece) { return piece.text.contains(part); });
}

} // namespace acx
