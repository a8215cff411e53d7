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
    JsonWriter(const YamlTree &tree, const YamlLimits &limits)
        : m_tree(tree)
        , m_limits(limits)
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
        if (depth > m_limits.maxDepth)
            return yamlProblem(
                node.line,
                QCoreApplication::translate("acx", "it is nested deeper than %1 levels").arg(m_limits.maxDepth),
                ErrorKind::TooLarge);
        if (m_aliasDepth > 0 && ++m_aliasNodes > m_limits.maxAliasNodes)
            return yamlProblem(node.line,
                               QCoreApplication::translate("acx", "its aliases stand for more than %1 values")
                                   .arg(m_limits.maxAliasNodes),
                               ErrorKind::TooLarge);
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
        if (written && bytes > m_limits.maxAliasBytes)
            return yamlProblem(node.line,
                               QCoreApplication::translate("acx", "its aliases stand for more than %1 bytes")
                                   .arg(m_limits.maxAliasBytes),
                               ErrorKind::TooLarge);
        return written;
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
            appendText(m_json, key.target < 0 ? key.text : m_tree.nodes[size_t(key.target)].text);
            m_json.append(':');
            if (const Status written = append(node.children[at + 1], depth + 1); !written)
                return written;
        }
        m_json.append('}');
        return {};
    }

    const YamlTree &m_tree;
    const YamlLimits &m_limits;
    QByteArray m_json;
    int m_aliasDepth = 0;
    qsizetype m_aliasNodes = 0;
    qsizetype m_aliasStart = 0; ///< where the outermost alias began
    qint64 m_aliasBytes = 0;
};

} // namespace

Result<YamlAsJson> yamlToJson(QByteArrayView yaml, const YamlLimits &limits)
{
    const Result<YamlTree> tree = readYamlTree(yaml, limits);
    if (!tree)
        return fail(tree.error());
    Result<QByteArray> json = JsonWriter(*tree, limits).write();
    if (!json)
        return fail(json.error());
    return YamlAsJson{*std::move(json), tree->duplicates};
}

} // namespace acx
