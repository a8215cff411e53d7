// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_diff.h"

#include <QAbstractTableModel>

namespace acx {

class Theme;

/// The differences of two JSON documents: what happened and where, the value before, the value after.
class DifferenceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Where, Before, After, ColumnCount };

    explicit DifferenceModel(const Theme &theme, QObject *parent = nullptr);
    void setDifferences(const QList<JsonDifference> &differences);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const JsonDifference &difference, int column) const;

    const Theme &m_theme;
    QList<JsonDifference> m_differences;
};

} // namespace acx
