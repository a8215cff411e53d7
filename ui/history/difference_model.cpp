// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/difference_model.h"

#include "ui/explorer/body_text.h"
#include "ui/theme/theme.h"

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int longestShown = 300; // characters in a cell
constexpr int longestTip = 2000;  // characters

QString shortened(const QString &text, int length)
{
    return text.size() <= length ? text : text.left(length) + u'…';
}

} // namespace

DifferenceModel::DifferenceModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_differences.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::ForegroundRole, Qt::FontRole});
    });
}

void DifferenceModel::setDifferences(const QList<JsonDifference> &differences)
{
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DifferenceModel::text(const JsonDifference &difference, int column) const
{
    if (column == Before)
        return withVisibleControls(QString::fromUtf8(difference.before));
    if (column == After)
        return withVisibleControls(QString::fromUtf8(difference.after));
    const QString place = difference.pointer.isEmpty() ? tr("the whole answer") : difference.pointer;
    switch (difference.kind) {
    case JsonDifference::Kind::Added:
        return u"+ "_s + withVisibleControls(place);
    case JsonDifference::Kind::Removed:
        return u"− "_s + withVisibleControls(place);
    case JsonDifference::Kind::Changed:
        break;
    }
    return u"≠ "_s + withVisibleControls(place);
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_differences.size())
        return {};
    const JsonDifference &difference = m_differences.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shortened(text(difference, index.column()), longestShown).replace(u'\n', u' ');
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(shortened(text(difference, index.column()), longestTip));
    case Qt::FontRole:
        return m_theme.font(FontRole::MonoSmall);
    case Qt::ForegroundRole:
        if (index.column() == Before)
            return m_theme.colour(Colour::Danger);
        if (index.column() == After)
            return m_theme.colour(Colour::Success);
        return m_theme.colour(Colour::Text);
    case Qt::AccessibleTextRole: {
        const QString place = difference.pointer.isEmpty() ? tr("the whole answer") : difference.pointer;
        const QString before = shortened(text(difference, Before), longestShown);
        const QString after = shortened(text(difference, After), longestShown);
        if (difference.kind == JsonDifference::Kind::Added)
            return tr("%1 was added: %2").arg(place, after);
        if (difference.kind == JsonDifference::Kind::Removed)
            return tr("%1 was removed: %2").arg(place, before);
        return tr("%1 changed from %2 to %3").arg(place, before, after);
    }
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Where:
        return tr("Where");
    case Before:
        return tr("Earlier");
    case After:
        return tr("Later");
    default:
        return {};
    }
}

} // namespace acx
