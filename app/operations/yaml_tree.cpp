// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/yaml_tree.h"

#include "app/base/deliver.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <yaml.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// An alias costs three bytes, and its key may be long: what is told of them must not grow with both.
constexpr qsizetype mostDuplicates = 1001; // one more than a catalog lists, which then tells that there are more
constexpr qsizetype longestKeyTold = 500;  // characters

QString told(const QByteArray &key)
{
    const QString text = QString::fromUtf8(key.first(std::min(key.size(), 4 * longestKeyTold)));
    return text.size() <= longestKeyTold ? text : text.first(longestKeyTold) + u'…';
}

QByteArray bytesOf(const yaml_char_t *text, size_t size)
{
    return {reinterpret_cast<const char *>(text), qsizetype(size)};
}

QByteArray bytesOf(const yaml_char_t *text)
{
    return text ? QByteArray(reinterpret_cast<const char *>(text)) : QByteArray();
}

/// One event, freed when it goes.
class Event final
{
public:
    Event() = default;
    ~Event() { yaml_event_delete(&m_event); }
    Q_DISABLE_COPY_MOVE(Event)
    [[nodiscard]] yaml_event_t *get() { return &m_event; }
    [[nodiscard]] const yaml_event_t *operator->() const { return &m_event; }

private:
    yaml_event_t m_event{};
};

class TreeBuilder final
{
public:
    TreeBuilder(QByteArrayView yaml, const YamlLimits &limits)
        : m_limits(limits)
        , m_rest(yaml)
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_input(&m_parser, readMore, this);
    }
    ~TreeBuilder() { yaml_parser_delete(&m_parser); }
    Q_DISABLE_COPY_MOVE(TreeBuilder)

    Result<YamlTree> build()
    {
        for (;;) {
            Event event;
            if (!yaml_parser_parse(&m_parser, event.get())) {
                if (m_isOver)
                    return fail(cancelledError());
                return syntaxProblem();
            }
            if (event->type == YAML_DOCUMENT_END_EVENT || event->type == YAML_STREAM_END_EVENT)
                break;
            if (m_limits.goOn && (m_tree.nodes.size() & 1023U) == 0 && !m_limits.goOn())
                return fail(cancelledError());
            if (const Status taken = take(event); !taken)
                return fail(taken.error());
        }
        if (m_tree.nodes.empty())
            return yamlProblem(1, QCoreApplication::translate("acx", "there is nothing in it"),
                               ErrorKind::InvalidInput);
        return std::move(m_tree);
    }

private:
    /// Asked for with each piece, too: one event can take the whole text (a list of directives, a long scalar).
    static int readMore(void *builder, unsigned char *buffer, size_t size, size_t *length)
    {
        auto *self = static_cast<TreeBuilder *>(builder);
        self->m_isOver = self->m_limits.goOn && !self->m_limits.goOn();
        if (self->m_isOver)
            return 0;
        const QByteArrayView part = self->m_rest.first(std::min(qsizetype(size), self->m_rest.size()));
        std::copy(part.begin(), part.end(), buffer);
        self->m_rest = self->m_rest.sliced(part.size());
        *length = static_cast<size_t>(part.size());
        return 1;
    }

    Status take(Event &event)
    {
        const qsizetype line = qsizetype(event->start_mark.line) + 1;
        switch (event->type) {
        case YAML_SCALAR_EVENT:
            return addScalar(event, line);
        case YAML_SEQUENCE_START_EVENT:
            return open(YamlNode::Kind::Sequence, bytesOf(event->data.sequence_start.anchor), line);
        case YAML_MAPPING_START_EVENT:
            return open(YamlNode::Kind::Mapping, bytesOf(event->data.mapping_start.anchor), line);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            close();
            return {};
        case YAML_ALIAS_EVENT:
            return addAlias(bytesOf(event->data.alias.anchor), line);
        default:
            return {};
        }
    }

    Status addScalar(Event &event, qsizetype line)
    {
        const auto &scalar = event->data.scalar;
        YamlNode node;
        node.kind = scalar.style == YAML_PLAIN_SCALAR_STYLE ? YamlNode::Kind::Plain : YamlNode::Kind::Quoted;
        if (bytesOf(scalar.tag) == YAML_STR_TAG)
            node.kind = YamlNode::Kind::Quoted;
        node.line = line;
        node.text = bytesOf(scalar.value, scalar.length);
        return add(std::move(node), bytesOf(scalar.anchor));
    }

    Status addAlias(const QByteArray &anchor, qsizetype line)
    {
        const auto found = m_anchors.constFind(anchor);
        if (found == m_anchors.cend())
            return yamlProblem(
                line, QCoreApplication::translate("acx", "the alias “%1” stands for nothing").arg(told(anchor)),
                ErrorKind::InvalidInput);
        if (m_open.contains(*found))
            return yamlProblem(line,
                               QCoreApplication::translate("acx", "the alias “%1” stands for a value that contains it")
                                   .arg(told(anchor)),
                               ErrorKind::InvalidInput);
        YamlNode node;
        node.kind = YamlNode::Kind::Alias;
        node.line = line;
        node.target = *found;
        return add(std::move(node), {});
    }

    Status open(YamlNode::Kind kind, const QByteArray &anchor, qsizetype line)
    {
        if (m_open.size() >= m_limits.maxDepth)
            return yamlProblem(
                line, QCoreApplication::translate("acx", "it is nested deeper than %1 levels").arg(m_limits.maxDepth),
                ErrorKind::TooLarge);
        YamlNode node;
        node.kind = kind;
        node.line = line;
        if (const Status added = add(std::move(node), anchor); !added)
            return added;
        m_open.append(qsizetype(m_tree.nodes.size()) - 1);
        m_keys.append(QSet<QByteArray>());
        return {};
    }

    void close()
    {
        m_open.removeLast();
        m_keys.removeLast();
    }

    Status add(YamlNode node, const QByteArray &anchor)
    {
        const auto index = qsizetype(m_tree.nodes.size());
        if (index >= m_limits.maxNodes)
            return yamlProblem(node.line,
                               QCoreApplication::translate("acx", "it has more than %1 values").arg(m_limits.maxNodes),
                               ErrorKind::TooLarge);
        if (!m_open.isEmpty()) {
            if (const Status fits = attach(index, node); !fits)
                return fits;
        }
        if (!anchor.isEmpty())
            m_anchors.insert(anchor, index);
        m_tree.nodes.push_back(std::move(node));
        return {};
    }

    Status attach(qsizetype index, const YamlNode &node)
    {
        YamlNode &parent = m_tree.nodes[size_t(m_open.constLast())];
        if (parent.kind == YamlNode::Kind::Mapping && parent.children.size() % 2 == 0) {
            const YamlNode &key = node.target < 0 ? node : m_tree.nodes[size_t(node.target)];
            if (key.kind != YamlNode::Kind::Plain && key.kind != YamlNode::Kind::Quoted)
                return yamlProblem(node.line, QCoreApplication::translate("acx", "a key is not a text"),
                                   ErrorKind::InvalidInput);
            QSet<QByteArray> &keys = m_keys.last();
            if (keys.contains(key.text) && m_tree.duplicates.size() < mostDuplicates)
                m_tree.duplicates.append(QCoreApplication::translate("acx", "Line %1: the key “%2” is there twice.")
                                             .arg(node.line)
                                             .arg(told(key.text)));
            keys.insert(key.text);
        }
        parent.children.push_back(index);
        return {};
    }

    tl::unexpected<Error> syntaxProblem() const
    {
        const bool inReader = m_parser.error == YAML_READER_ERROR;
        const qsizetype line = qsizetype(inReader ? m_parser.mark.line : m_parser.problem_mark.line) + 1;
        const QString reason = m_parser.problem ? QString::fromUtf8(m_parser.problem) : QString();
        return yamlProblem(line, reason, ErrorKind::InvalidInput);
    }

    const YamlLimits m_limits;
    QByteArrayView m_rest; ///< not yet given to the parser
    bool m_isOver = false;
    yaml_parser_t m_parser{};
    YamlTree m_tree;
    QHash<QByteArray, qsizetype> m_anchors;
    QList<qsizetype> m_open;
    QList<QSet<QByteArray>> m_keys; ///< of each open collection
};

} // namespace

tl::unexpected<Error> yamlProblem(qsizetype line, const QString &reason, ErrorKind kind)
{
    return fail(
        kind,
        QCoreApplication::translate("acx", "The document cannot be read as YAML. Line %1: %2.").arg(line).arg(reason),
        QCoreApplication::translate("acx", "Correct the document and open it again."));
}

Result<YamlTree> readYamlTree(QByteArrayView yaml, const YamlLimits &limits)
{
    return TreeBuilder(yaml, limits).build();
}

} // namespace acx
