// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/yaml_json.h"

#include "app/json/json_scan.h"
#include "app/operations/yaml_tree.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

void appendText(QByteArray &json, QByteArrayView text)
{
    json.append('"');
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json.append("\\u").append(QByteArray::number(c, 16).rightJustified(4, '0'));
        } else {
            json.append(c);
        }
    }
    json.append('"');
}

/// A plain scalar that is no text, as JSON; empty = it is a text.
QByteArray plainValue(const QByteArray &text)
{
    if (text.isEmpty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return "null"_ba;
    if (text == "true" || text == "True" || text == "TRUE")
        return "true"_ba;
    if (text == "false" || text == "False" || text == "FALSE")
        return "false"_ba;
    if (jsonNumberLength(text) == text.size())
        return text;
    bool isNumber = false;
    if (text.startsWith("0x")) {
        const qulonglong number = text.mid(2).toULongLong(&isNumber, 16);
        return isNumber ? QByteArray::number(number) : QByteArray();
    }
    if (text.startsWith('+') && jsonNumberLength(QByteArrayView(text).sliced(1)) == text.size() - 1)
        return text.mid(1);
    return {};
}

class JsonWriter final
{
public:
    JsonWriter(const YamlTree &tree, const YamlLimits &limits, ReadingWatch &watch)
        : m_tree(tree)
        , m_limits(limits)
        , m_watch(watch)
    {}

    Result<QByteArray> write()
    {
        if (const Status written = append(0, 0); !written)
            return fail(written.error());
        return std::move(m_json);
    }

private:
    Status append(qsizetype index, int depth)
    {
        const YamlNode &node = m_tree.nodes[size_t(index)];
        if ((++m_steps & 1023U) == 0 && !m_watch.goOn())
            return fail(*m_watch.end());
        if (depth > m_limits.maxDepth)
            return yamlProblem(
                node.line,
                QCoreApplication::translate("acx", "it is nested deeper than %1 levels").arg(m_limits.maxDepth),
                ErrorKind::TooLarge);
        if (m_aliasDepth > 0) {
            if (const Status counted = countAliasNode(node.line); !counted)
                return counted;
        }
        switch (node.kind) {
        case YamlNode::Kind::Alias:
            return appendAlias(node, depth);
        case YamlNode::Kind::Sequence:
            return appendSequence(node, depth);
        case YamlNode::Kind::Mapping:
            return appendMapping(node, depth);
        case YamlNode::Kind::Quoted:
            appendText(m_json, node.text);
            return {};
        case YamlNode::Kind::Plain:
            break;
        }
        const QByteArray value = plainValue(node.text);
        if (value.isEmpty())
            appendText(m_json, node.text);
        else
            m_json.append(value);
        return {};
    }

    Status appendAlias(const YamlNode &node, int depth)
    {
        if (m_aliasDepth++ == 0)
            m_aliasStart = m_json.size();
        Status written = append(node.target, depth);
        const qint64 bytes = m_aliasBytes + m_json.size() - m_aliasStart;
        if (--m_aliasDepth == 0)
            m_aliasBytes = bytes;
        return written ? checkAliasBytes(node.line, bytes) : written;
    }

    Status countAliasNode(qsizetype line)
    {
        if (++m_aliasNodes <= m_limits.maxAliasNodes)
            return {};
        return yamlProblem(line,
                           QCoreApplication::translate("acx", "its aliases stand for more than %1 values")
                               .arg(m_limits.maxAliasNodes),
                           ErrorKind::TooLarge);
    }

    Status checkAliasBytes(qsizetype line, qint64 bytes) const
    {
        if (bytes <= m_limits.maxAliasBytes)
            return {};
        return yamlProblem(
            line,
            QCoreApplication::translate("acx", "its aliases stand for more than %1 bytes").arg(m_limits.maxAliasBytes),
            ErrorKind::TooLarge);
    }

    /// A key may be an alias, too, of a long text.
    Status appendKey(const YamlNode &key)
    {
        if (key.target < 0) {
            appendText(m_json, key.text);
            return {};
        }
        if (const Status counted = countAliasNode(key.line); !counted)
            return counted;
        const qsizetype start = m_json.size();
        appendText(m_json, m_tree.nodes[size_t(key.target)].text);
        // Within an alias the outermost one counts all that is written.
        if (m_aliasDepth > 0)
            return checkAliasBytes(key.line, m_aliasBytes + m_json.size() - m_aliasStart);
        m_aliasBytes += m_json.size() - start;
        return checkAliasBytes(key.line, m_aliasBytes);
    }

    Status appendSequence(const YamlNode &node, int depth)
    {
        m_json.append('[');
        for (size_t at = 0; at < node.children.size(); ++at) {
            if (at > 0)
                m_json.append(',');
            if (const Status written = append(node.children[at], depth + 1); !written)
                return written;
        }
        m_json.append(']');
        return {};
    }

    Status appendMapping(const YamlNode &node, int depth)
    {
        m_json.append('{');
        for (size_t at = 0; at + 1 < node.children.size(); at += 2) {
            const YamlNode &key = m_tree.nodes[size_t(node.children[at])];
            if (at > 0)
                m_json.append(',');
            if (const Status written = appendKey(key); !written)
                return written;
            m_json.append(':');
            if (const Status written = append(node.children[at + 1], depth + 1); !written)
                return written;
        }
        m_json.append('}');
        return {};
    }

    const YamlTree &m_tree;
    const YamlLimits &m_limits;
    ReadingWatch &m_watch;
    QByteArray m_json;
    unsigned m_steps = 0;
    int m_aliasDepth = 0;
    qsizetype m_aliasNodes = 0;
    qsizetype m_aliasStart = 0; ///< where the outermost alias began
    qint64 m_aliasBytes = 0;
};

} // namespace

Result<YamlAsJson> yamlToJson(QByteArrayView yaml, const YamlLimits &limits)
{
    ReadingWatch watch(limits.time, limits.goOn);
    YamlLimits watched = limits;
    watched.goOn = [&watch] { return watch.goOn(); };
    const Result<YamlTree> tree = readYamlTree(yaml, watched);
    if (!tree)
        return fail(watch.end().value_or(tree.error()));
    Result<QByteArray> json = JsonWriter(*tree, limits, watch).write();
    if (!json)
        return fail(json.error());
    return YamlAsJson{*std::move(json), tree->duplicates};
}

} // namespace acx
