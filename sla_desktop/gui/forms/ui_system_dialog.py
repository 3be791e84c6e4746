# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'system_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QSpinBox, QVBoxLayout, QWidget)

class Ui_SystemDialog(object):
    def setupUi(self, SystemDialog):
        if not SystemDialog.objectName():
            SystemDialog.setObjectName(u"SystemDialog")
        SystemDialog.resize(560, 460)
        self.layout_all = QVBoxLayout(SystemDialog)
        self.layout_all.setSpacing(6)
        self.layout_all.setObjectName(u"layout_all")
        self.layout_all.setContentsMargins(22, 22, 22, 22)
        self.heading_label = QLabel(SystemDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)
        self.heading_label.setProperty(u"look", u"title")

        self.layout_all.addWidget(self.heading_label)

        self.hint_label = QLabel(SystemDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"look", u"muted")

        self.layout_all.addWidget(self.hint_label)

        self.target_label = QLabel(SystemDialog)
        self.target_label.setObjectName(u"target_label")
        self.target_label.setWordWrap(True)
        self.target_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.target_label)

        self.target_spin = QSpinBox(SystemDialog)
        self.target_spin.setObjectName(u"target_spin")
        self.target_spin.setMaximum(10000000)
        self.target_spin.setSingleStep(100)

        self.layout_all.addWidget(self.target_spin)

        self.by_label = QLabel(SystemDialog)
        self.by_label.setObjectName(u"by_label")
        self.by_label.setWordWrap(True)
        self.by_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.by_label)

        self.by_edit = QLineEdit(SystemDialog)
        self.by_edit.setObjectName(u"by_edit")

        self.layout_all.addWidget(self.by_edit)

        self.source_label = QLabel(SystemDialog)
        self.source_label.setObjectName(u"source_label")
        self.source_label.setWordWrap(True)
        self.source_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.source_label)

        self.source_edit = QLineEdit(SystemDialog)
        self.source_edit.setObjectName(u"source_edit")

        self.layout_all.addWidget(self.source_edit)

        self.makeup_label = QLabel(SystemDialog)
        self.makeup_label.setObjectName(u"makeup_label")
        self.makeup_label.setTextFormat(Qt.TextFormat.PlainText)
        self.makeup_label.setWordWrap(True)

        self.layout_all.addWidget(self.makeup_label)

        self.layout_table = QHBoxLayout()
        self.layout_table.setSpacing(10)
        self.layout_table.setObjectName(u"layout_table")
        self.table_button = QPushButton(SystemDialog)
        self.table_button.setObjectName(u"table_button")

        self.layout_table.addWidget(self.table_button)

        self.spacer_1 = QSpacerItem(10, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_table.addItem(self.spacer_1)


        self.layout_all.addLayout(self.layout_table)

        self.problem_label = QLabel(SystemDialog)
        self.problem_label.setObjectName(u"problem_label")
        self.problem_label.setWordWrap(True)
        self.problem_label.setProperty(u"look", u"bad")

        self.layout_all.addWidget(self.problem_label)

        self.spacer_2 = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_all.addItem(self.spacer_2)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(10)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_3 = QSpacerItem(10, 4, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_3)

        self.cancel_button = QPushButton(SystemDialog)
        self.cancel_button.setObjectName(u"cancel_button")

        self.layout_buttons.addWidget(self.cancel_button)

        self.save_button = QPushButton(SystemDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")

        self.layout_buttons.addWidget(self.save_button)


        self.layout_all.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.target_label.setBuddy(self.target_spin)
        self.by_label.setBuddy(self.by_edit)
        self.source_label.setBuddy(self.source_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SystemDialog)

        self.save_button.setDefault(True)


        QMetaObject.connectSlotsByName(SystemDialog)
    # setupUi

    def retranslateUi(self, SystemDialog):
        SystemDialog.setWindowTitle(QCoreApplication.translate("SystemDialog", u"The whole system", None))
        self.heading_label.setText(QCoreApplication.translate("SystemDialog", u"The whole system", None))
        self.hint_label.setText(QCoreApplication.translate("SystemDialog", u"The summary pack compares who came with the whole system. A table has the columns what (sector, place, profession or level), group, and people.", None))
        self.target_label.setText(QCoreApplication.translate("SystemDialog", u"People who are to have &access (0: no target)", None))
        self.by_label.setText(QCoreApplication.translate("SystemDialog", u"&By which day", None))
        self.by_edit.setPlaceholderText(QCoreApplication.translate("SystemDialog", u"2028-03-31", None))
        self.source_label.setText(QCoreApplication.translate("SystemDialog", u"&Where the figures come from", None))
        self.table_button.setText(QCoreApplication.translate("SystemDialog", u"&Read the make-up from a table\u2026", None))
        self.cancel_button.setText(QCoreApplication.translate("SystemDialog", u"Cancel", None))
        self.save_button.setText(QCoreApplication.translate("SystemDialog", u"Save", None))
    # retranslateUi

