// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/form_body.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class FileChooser;
class Theme;

/// The fields of a form body that no document describes: name and value in each row, the value a text or the path of a
/// file. Object name "bodyParts"; rows "partName0", "partValue0", "partFile0", "partRemove0" …, and "partAdd".
class BodyParts final : public QScrollArea
{
    Q_OBJECT
public:
    BodyParts(const Theme &theme, FileChooser &files, QWidget *parent = nullptr);

    /// Rows without a name are left out.
    [[nodiscard]] QList<FormPart> parts() const;
    /// As "body:NAME", a file as "file:NAME".
    [[nodiscard]] QList<NamedValue> values() const;
    void setValues(const QList<NamedValue> &values);

Q_SIGNALS:
    void changed();
    void submitted();

private:
    struct Row
    {
        QWidget *holder = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
        QToolButton *file = nullptr;
        QToolButton *remove = nullptr;
    };
    void addRow(const FormPart &part);
    void connectRow(const Row &row);
    void removeRow(const QWidget *holder);
    /// Numbers the rows anew.
    void nameRows();
    void chooseFile(const Row &row, bool isFile);

    const Theme &m_theme;
    FileChooser &m_files;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_add;
    QList<Row> m_rows;
};

} // namespace acx
