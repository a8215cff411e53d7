// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/redaction_texts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

template <class T>
const T &oneOf(QRandomGenerator &random, const QList<T> &list)
{
    return list.at(random.bounded(static_cast<int>(list.size())));
}

QByteArray insideOfString(const QByteArray &utf8)
{
    const QByteArray quoted = jsonString(utf8);
    return quoted.sliced(1, quoted.size() - 2);
}

QByteArray unicodeEscaped(const QByteArray &utf8)
{
    QByteArray out;
    const QString text = QString::fromUtf8(utf8);
    for (const QChar c : text)
        out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out;
}

QByteArray lowerHex(const QByteArray &percentEncoded)
{
    QByteArray out = percentEncoded;
    for (qsizetype i = 0; i + 2 < out.size(); ++i) {
        if (out.at(i) == '%')
            out.replace(i, 3, out.sliced(i, 3).toLower());
    }
    return out;
}

QByteArray percentOfAll(const QByteArray &bytes)
{
    QByteArray out;
    for (const char c : bytes)
        out += '%' + QByteArray(1, c).toHex();
    return out;
}

QByteArray plusForBlank(const QByteArray &bytes)
{
    return bytes.toPercentEncoding().replace("%20", "+");
}

QByteArray filled(QByteArray place, const QByteArray &name, const QByteArray &value)
{
    place.replace("%NAME", name);
    return place.replace("%VALUE", value);
}

} // namespace

QByteArray jsonString(const QByteArray &utf8)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(utf8)}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray randomSecret(QRandomGenerator &random)
{
    static const QString alphabet = u"abcXYZ0189+/=&%#?;,.:-_ \"'\\`\n\t\r<>{}[]()|~!@$*^äßé€\u00a0𝄞漢•"_s;
    QString value;
    const int length = random.bounded(8, 48);
    while (value.size() < length) {
        const qsizetype at = random.bounded(static_cast<int>(alphabet.size()));
        if (alphabet.at(at).isHighSurrogate())
            value += alphabet.sliced(at, 2);
        else if (!alphabet.at(at).isLowSurrogate())
            value += alphabet.at(at);
    }
    return value.toUtf8();
}

QList<QByteArray> disguises(const QByteArray &value)
{
    const QByteArray percent = value.toPercentEncoding();
    const QByteArray bare = insideOfString(value);
    QByteArray slashes = bare;
    slashes.replace("/", "\\/");
    return {value,
            percent,
            lowerHex(percent),
            percentOfAll(value),
            plusForBlank(value),
            percent.toPercentEncoding(),
            bare,
            slashes,
            insideOfString(bare),
            insideOfString(insideOfString(bare)),
            unicodeEscaped(value),
            bare.toPercentEncoding(),
            insideOfString(percent),
            value.toBase64(),
            value.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            value.toBase64().toPercentEncoding(),
            ("me:" + value).toBase64(),
            ("{\"x\":" + jsonString("a" + value) + "}").toBase64()};
}

RedactionText knownSomewhere(QRandomGenerator &random, const QByteArray &value)
{
    static const QList<QByteArray> places{
        "%VALUE",
        "error near %VALUE, request id 4711",
        "%NAME=%VALUE&keep=me",
        "https://h.example/p?keep=me&%NAME=%VALUE",
        "https://h.example/p/%VALUE/keep#me",
        "{\"%NAME\":\"%VALUE\",\"keep\":\"me\"}",
        "{\"outer\":\"{\\\"%NAME\\\":\\\"%VALUE\\\"}\",\"keep\":1}",
        "X-%NAME: %VALUE\r\nHost: h.example",
        "Set-Thing: %NAME=%VALUE; Path=/",
        "<p>%VALUE</p>",
        "curl -H '%NAME: %VALUE' https://h.example/",
        "%VALUE%VALUE",
        "['%NAME', '%VALUE']",
    };
    static const QList<QByteArray> names{"x", "id", "name", "filter", "q", "a.b", "state"};
    const QByteArray &place = oneOf(random, places);
    const QByteArray form = oneOf(random, disguises(value));
    return {filled(place, oneOf(random, names), form), place.contains("keep") ? "keep"_ba : QByteArray(), place};
}

RedactionText besideName(QRandomGenerator &random, const QByteArray &name, const QByteArray &value)
{
    const QByteArray json = "{\"a\":1,\"" + name + "\" : " + jsonString(value) + ",\"keep\":\"me\"}";
    const QByteArray form = "a=1&" + name + '=' + value.toPercentEncoding() + "&keep=me";
    const QByteArray plusForm = "a=1&" + name + '=' + plusForBlank(value) + "&keep=me";
    QByteArray oneLine = value;
    oneLine.replace('\n', ' ').replace('\r', ' ');
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"";
    const QByteArray parts = part + name + "\"\r\n\r\n" + value + "\r\n" + part + "keep\"\r\n\r\nme\r\n--b--\r\n";
    const QByteArray pairs = "[{\"name\":\"keep\",\"value\":\"me\"},{\"name\":\"" + name +
                             "\",\"value\":" + jsonString(value) + "},{\"value\":" + jsonString(value) +
                             ",\"comment\":\"a {\",\"key\":\"" + name + "\"},{\"name\":\"keep\",\"value\":\"me\"}]";
    const QByteArray xml = QString::fromUtf8(value).toHtmlEscaped().toUtf8().replace("'", "&#39;");
    const QList<RedactionText> texts{
        {parts, "keep\"\r\n\r\nme", "multipart form"},
        {"{\"body\":" + jsonString(parts) + "}", "keep", "multipart form in JSON"},
        {"a=1&user[" + name + "]=" + value.toPercentEncoding() + "&keep=me", "keep=me", "member in a form"},
        {"a=1&user%5B" + name + "%5D%5B%5D=" + plusForBlank(value) + "&keep=me", "keep=me", "encoded member in a form"},
        {"{\"query\":" + pairs + "}", R"({"name":"keep","value":"me"}])", "pairs in JSON"},
        {"{\"log\":" + jsonString("{\"query\":" + pairs + "}") + "}", "keep", "pairs in JSON in JSON"},
        {"<a xmlns:ns=\"urn:x\"><ns:" + name + " Type=\"x\">" + xml + "</ns:" + name + "><keep>me</keep></a>",
         "<keep>me</keep>", "XML with a namespace"},
        {"<a><property name=\"" + name + "\" value=\"" + xml + "\"/><property value='" + xml + "' name='" + name +
             "'/><keep value=\"me\"/></a>",
         "<keep value=\"me\"/>", "attributes in XML"},
        {"list:\n  - " + name + ": |\n      " + oneLine + "\n    keep: me\n", "keep: me", "block in YAML"},
        {json, "keep", "JSON"},
        {"{\"body\":" + jsonString(json) + "}", "keep", "JSON in JSON"},
        {"{\"log\":" + jsonString("{\"body\":" + jsonString(json) + "}") + "}", "keep", "JSON in JSON in JSON"},
        {"[[{\"" + name + "\":[" + jsonString(value) + "," + jsonString(value) + "]},\"keep\"]]", "keep", "JSON list"},
        {form, "keep", "form"},
        {plusForm, "keep", "form with plus signs"},
        {"https://h.example/p?" + form + "#f", "keep", "query"},
        {"https://h.example/#" + form, "keep", "fragment"},
        {"{\"form\":" + jsonString(form) + ",\"n\":1}", "keep", "form in JSON"},
        {"next=" + ("https://h.example/?" + form).toPercentEncoding() + "&x=y", "keep", "query in a query"},
        {"data=" + json.toPercentEncoding() + "&x=y", "keep", "JSON in a form"},
        {"Host: keep\r\n" + name + ": " + oneLine + "\r\nAccept: me", "keep", "header"},
        {"Host: keep\n" + name.toUpper() + ":" + oneLine + "\nAccept: me", "keep", "header in capitals"},
    };
    return oneOf(random, texts);
}

} // namespace acx
