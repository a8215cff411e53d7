// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/curl_request.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> readsFile(const CurlOption &option)
{
    return fail(
        ErrorKind::InvalidInput,
        QCoreApplication::translate("acx", "%1 of curl reads a file, which the import does not.").arg(option.name),
        QCoreApplication::translate("acx", "Take it out of the command, import it again and choose the file as "
                                           "the body."));
}

bool isNamed(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Headers that follow from the request, and pseudo headers of HTTP/2.
bool followsFromRequest(const QByteArray &name)
{
    for (const QByteArrayView own :
         {"Host", "Content-Length", "Transfer-Encoding", "Connection", "Accept-Encoding", "Expect", "TE", "Upgrade"}) {
        if (isNamed(name, own))
            return true;
    }
    return name.startsWith(':');
}

void join(std::optional<QByteArray> &data, const QByteArray &part, const QByteArray &sign)
{
    data = data ? *data + sign + part : part;
}

QString shellNotice()
{
    return QCoreApplication::translate(
        "acx", "A $ or ` that the shell would have filled in stands in the request as it was written.");
}

} // namespace

void CurlRequest::note(const QString &notice)
{
    if (!m_notices.contains(notice))
        m_notices << notice;
}

Status CurlRequest::take(const CurlOption &option)
{
    const QString &value = option.value.text;
    const bool isAuthorization =
        option.effect == CurlEffect::Header && value.startsWith("authorization:"_L1, Qt::CaseInsensitive);
    if (option.value.isExpandable && !isAuthorization && option.effect != CurlEffect::Nothing &&
        option.effect != CurlEffect::Bearer)
        note(shellNotice());
    switch (option.effect) {
    case CurlEffect::Header:
        return takeHeader(option);
    case CurlEffect::Bearer:
        return takeHeader(
            {CurlEffect::Header, option.name, {u"Authorization: Bearer "_s + value, false, option.value.isExpandable}});
    case CurlEffect::Data:
    case CurlEffect::RawData:
    case CurlEffect::Json:
        return takeData(option);
    case CurlEffect::EncodedData:
    case CurlEffect::UrlQuery:
        return takeEncoded(option);
    case CurlEffect::Form:
    case CurlEffect::FormString:
        return takeForm(option);
    case CurlEffect::Cookie:
        if (!value.contains(u'='))
            return readsFile(option);
        takeCookies(value);
        return {};
    case CurlEffect::Upload:
    case CurlEffect::Config:
        return readsFile(option);
    default:
        takePlain(option);
        return {};
    }
}

/// Options that cannot fail.
void CurlRequest::takePlain(const CurlOption &option)
{
    const QString &value = option.value.text;
    switch (option.effect) {
    case CurlEffect::Method:
        m_method = value.toUtf8();
        return;
    case CurlEffect::DataToQuery:
        m_dataToQuery = true;
        return;
    case CurlEffect::Head:
        m_isHead = true;
        return;
    case CurlEffect::NoGlob:
        m_isGlob = false;
        return;
    case CurlEffect::User:
        takeUser(option.value);
        return;
    case CurlEffect::UserAgent:
        setHeader("User-Agent"_ba, value);
        return;
    case CurlEffect::Referer:
        setHeader("Referer"_ba, value.section(u';', 0, 0));
        return;
    case CurlEffect::Range:
        setHeader("Range"_ba, u"bytes="_s + value);
        return;
    case CurlEffect::Url:
        takeUrl(option.value);
        return;
    case CurlEffect::Insecure:
        note(QCoreApplication::translate("acx", "%1 was left out: certificates are always checked.").arg(option.name));
        return;
    case CurlEffect::Transport:
        note(QCoreApplication::translate(
                 "acx", "%1 was left out: certificates, proxy and connection are those of the settings.")
                 .arg(option.name));
        return;
    default:
        return;
    }
}

Status CurlRequest::takeHeader(const CurlOption &option)
{
    const QString &line = option.value.text;
    if (line == "@-"_L1) {
        note(QCoreApplication::translate("acx", "Headers that came from another command are left out; the request "
                                                "takes the profile's token."));
        return {};
    }
    if (line.startsWith(u'@'))
        return readsFile(option);
    const qsizetype colon = line.indexOf(u':', line.startsWith(u':') ? 1 : 0);
    if (colon < 0) {
        if (line.endsWith(u';')) // how curl spells an empty value
            m_headers.append({line.chopped(1).trimmed().toUtf8(), QByteArray()});
        return {};
    }
    const QByteArray name = line.first(colon).trimmed().toUtf8();
    const QString value = line.sliced(colon + 1).trimmed();
    if (value.isEmpty())
        m_removed.append(name);
    else if (followsFromRequest(name))
        note(QCoreApplication::translate("acx", "The header %1 was left out: it follows from the request.")
                 .arg(QString::fromUtf8(name)));
    else if (isNamed(name, "Authorization") && option.value.isExpandable)
        note(QCoreApplication::translate("acx", "The token that the shell would have filled in is the profile's now."));
    else
        m_headers.append({name, value.toUtf8()});
    return {};
}

Status CurlRequest::takeData(const CurlOption &option)
{
    const QString &value = option.value.text;
    if (option.effect != CurlEffect::RawData && value.startsWith(u'@'))
        return readsFile(option);
    m_isJson |= option.effect == CurlEffect::Json;
    join(m_data, value.toUtf8(), option.effect == CurlEffect::Json ? QByteArray() : "&"_ba);
    return {};
}

/// content, =content, name=content; name@file is refused.
Status CurlRequest::takeEncoded(const CurlOption &option)
{
    const QString &value = option.value.text;
    const bool isQuery = option.effect == CurlEffect::UrlQuery;
    const qsizetype sign = value.indexOf(u'=');
    const qsizetype at = value.indexOf(u'@');
    const bool isRaw = isQuery && value.startsWith(u'+');
    if (!isRaw && at >= 0 && (sign < 0 || at < sign))
        return readsFile(option);
    const QByteArray name = sign > 0 ? value.first(sign).toUtf8() + '=' : QByteArray();
    const QByteArray content = QUrl::toPercentEncoding(value.sliced(sign < 0 ? 0 : sign + 1)).replace("%20", "+");
    join(isQuery ? m_query : m_data, isRaw ? value.sliced(1).toUtf8() : name + content, "&");
    return {};
}

/// name=value, in which ;type= tells the media type.
Status CurlRequest::takeForm(const CurlOption &option)
{
    const qsizetype sign = option.value.text.indexOf(u'=');
    if (sign < 1)
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "A field of the form has no name: %1.").arg(option.name),
                    QCoreApplication::translate("acx", "Write %1 name=value.").arg(option.name));
    FormPart part;
    part.name = option.value.text.first(sign);
    part.value = option.value.text.sliced(sign + 1);
    if (option.effect == CurlEffect::Form) {
        if (part.value.startsWith(u'@') || part.value.startsWith(u'<'))
            return readsFile(option);
        const qsizetype type = part.value.indexOf(";type="_L1);
        if (type >= 0) {
            part.contentType = part.value.sliced(type + 6).section(u';', 0, 0);
            part.value.truncate(type);
        }
        if (part.value.size() > 1 && part.value.startsWith(u'"') && part.value.endsWith(u'"'))
            part.value = part.value.sliced(1).chopped(1);
    }
    m_form.append(part);
    return {};
}

void CurlRequest::takeUser(const ShellWord &user)
{
    if (!user.text.contains(u':'))
        note(QCoreApplication::translate("acx", "The user has no password; curl would have asked for it."));
    const QString pair = user.text.contains(u':') ? user.text : user.text + u':';
    setHeader("Authorization"_ba, u"Basic "_s + QString::fromLatin1(pair.toUtf8().toBase64()));
}

/// curl puts the cookies of all its options into one header.
void CurlRequest::takeCookies(const QString &cookies)
{
    const auto known = std::ranges::find(m_defaults, "Cookie"_ba, &HttpHeader::name);
    if (known == m_defaults.end())
        setHeader("Cookie"_ba, cookies);
    else
        known->value += ';' + cookies.toUtf8();
}

void CurlRequest::takeUrl(const ShellWord &url)
{
    if (m_hasUrl) {
        note(QCoreApplication::translate("acx", "Only the first URL of the command was taken."));
        return;
    }
    m_hasUrl = true;
    m_url = url.text.trimmed();
}

void CurlRequest::setHeader(const QByteArray &name, const QString &value)
{
    if (!hasHeader(m_defaults, name))
        m_defaults.append({name, value.toUtf8()});
}

Result<CurlImport> CurlRequest::finish()
{
    CurlImport import;
    RequestDraft &draft = import.draft;
    if (const Status body = finishBody(draft); !body)
        return fail(body.error());
    if (const Status target = finishTarget(draft); !target)
        return fail(target.error());
    const QByteArray usual = m_isHead ? "HEAD"_ba : (draft.body ? "POST"_ba : "GET"_ba);
    draft.method = m_method.isEmpty() ? usual : m_method;
    finishHeaders(draft);
    if (hasHeader(draft.headers, "Authorization"))
        note(QCoreApplication::translate(
            "acx", "The command brings an Authorization of its own; it is sent in place of the profile's token."));
    import.notices = m_notices;
    return import;
}

Status CurlRequest::finishBody(RequestDraft &draft)
{
    if (m_data && !m_form.isEmpty())
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "The command has both data and a form; curl refuses that."),
                    QCoreApplication::translate("acx", "Take one of them out and import it again."));
    if (!m_form.isEmpty()) {
        const Result<BuiltBody> body = makeFormBody(u"multipart/form-data"_s, m_form);
        if (!body)
            return fail(body.error());
        draft.body = body->bytes;
        setHeader("Content-Type"_ba, QString::fromUtf8(body->contentType));
    }
    if (!m_data || m_dataToQuery)
        return {};
    draft.body = *m_data;
    if (m_isJson)
        setHeader("Accept"_ba, u"application/json"_s);
    setHeader("Content-Type"_ba, m_isJson ? u"application/json"_s : u"application/x-www-form-urlencoded"_s);
    return {};
}

Status CurlRequest::finishTarget(RequestDraft &draft)
{
    if (m_url.isEmpty())
        return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "The curl command has no URL."),
                    QCoreApplication::translate("acx", "Paste the whole command."));
    if (!m_url.contains("://"_L1)) {
        m_url.prepend(u"https://"_s);
        note(QCoreApplication::translate("acx", "The URL had no scheme; https:// was put before it."));
    }
    // curl takes user and password from the URL; a request has them in a header.
    const qsizetype host = m_url.indexOf("://"_L1) + 3;
    qsizetype end = host;
    while (end < m_url.size() && !u"/?#"_s.contains(m_url.at(end)))
        ++end;
    if (const qsizetype at = m_url.lastIndexOf(u'@', end - 1); at >= host) {
        takeUser({QString::fromUtf8(QByteArray::fromPercentEncoding(m_url.sliced(host, at - host).toUtf8()))});
        m_url.remove(host, at + 1 - host);
    }
    if (m_isGlob && (m_url.contains(u'{') || m_url.indexOf(u'[', end) >= 0))
        note(QCoreApplication::translate("acx", "curl would make several URLs of the brackets; they were kept as they "
                                                "are."));
    m_url = m_url.section(u'#', 0, 0);
    std::optional<QByteArray> query = m_query;
    if (m_dataToQuery && m_data)
        join(query, *m_data, "&");
    if (query)
        m_url += (m_url.contains(u'?') ? u"&"_s : u"?"_s) + QString::fromUtf8(*query);
    draft.target = m_url;
    return {};
}

/// A header of -H stands in the place of one that another option makes, and "Name:" takes that away.
void CurlRequest::finishHeaders(RequestDraft &draft)
{
    draft.headers = m_headers;
    for (const HttpHeader &header : std::as_const(m_defaults)) {
        const bool isRemoved = std::any_of(m_removed.cbegin(), m_removed.cend(),
                                           [&header](const QByteArray &name) { return isNamed(name, header.name); });
        if (!isRemoved && !hasHeader(m_headers, header.name))
            draft.headers.append(header);
    }
}

} // namespace acx
