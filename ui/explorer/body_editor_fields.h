// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/form_body.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class FileChooser;
class ParameterField;
class Theme;

/// The fields of a form body, a row each; a field that is a file has a button that asks for one. Object name
/// "bodyFields"; rows as ParameterField names them with "body:" before the field's name, their buttons "choose:body:" +
/// name.
class BodyFields final : public QScrollArea
{
    Q_OBJECT
public:
    BodyFields(const Theme &theme, FileChooser &files, QWidget *parent = nullptr);

    void setShape(const BodyShape &shape);
    /// As "body:NAME"; a file's value is its path.
    [[nodiscard]] QList<NamedValue> values() const;
    void setValues(const QList<NamedValue> &values);
    /// Tells in each row what is wrong. False if something is.
    bool check();

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void addField(const BodyField &field);
    void addChooser(ParameterField *row, const BodyField &field);

    const Theme &m_theme;
    FileChooser &m_files;
    QVBoxLayout *m_column = nullptr;
    QList<ParameterField *> m_rows;
    QList<QWidget *> m_holders;
};

} // namespace acx
