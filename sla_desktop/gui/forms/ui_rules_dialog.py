# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rules_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

class Ui_RulesDialog(object):
    def setupUi(self, RulesDialog):
        if not RulesDialog.objectName():
            RulesDialog.setObjectName(u"RulesDialog")
        RulesDialog.resize(640, 520)
        self.outer_layout = QVBoxLayout(RulesDialog)
        self.outer_layout.setSpacing(10)
        self.outer_layout.setObjectName(u"outer_layout")
        self.outer_layout.setContentsMargins(26, 18, 26, 16)
        self.heading_label = QLabel(RulesDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"heading")
        self.heading_label.setWordWrap(True)
        self.heading_label.setTextFormat(Qt.TextFormat.PlainText)

        self.outer_layout.addWidget(self.heading_label)

        self.door_row = QHBoxLayout()
        self.door_row.setSpacing(12)
        self.door_row.setObjectName(u"door_row")
        self.door_layout = QVBoxLayout()
        self.door_layout.setSpacing(5)
        self.door_layout.setObjectName(u"door_layout")
        self.door_label = QLabel(RulesDialog)
        self.door_label.setObjectName(u"door_label")
        self.door_label.setProperty(u"look", u"field")

        self.door_layout.addWidget(self.door_label)

        self.door_combo = QComboBox(RulesDialog)
        self.door_combo.setObjectName(u"door_combo")

        self.door_layout.addWidget(self.door_combo)


        self.door_row.addLayout(self.door_layout)

        self.door_row.setStretch(0, 1)

        self.outer_layout.addLayout(self.door_row)

        self.admits_row = QHBoxLayout()
        self.admits_row.setSpacing(12)
        self.admits_row.setObjectName(u"admits_row")
        self.admits_layout = QVBoxLayout()
        self.admits_layout.setSpacing(5)
        self.admits_layout.setObjectName(u"admits_layout")
        self.admits_label = QLabel(RulesDialog)
        self.admits_label.setObjectName(u"admits_label")
        self.admits_label.setProperty(u"look", u"field")

        self.admits_layout.addWidget(self.admits_label)

        self.admits_edit = QLineEdit(RulesDialog)
        self.admits_edit.setObjectName(u"admits_edit")

        self.admits_layout.addWidget(self.admits_edit)


        self.admits_row.addLayout(self.admits_layout)

        self.admits_row.setStretch(0, 1)

        self.outer_layout.addLayout(self.admits_row)

        self.times_row = QHBoxLayout()
        self.times_row.setSpacing(12)
        self.times_row.setObjectName(u"times_row")
        self.not_before_layout = QVBoxLayout()
        self.not_before_layout.setSpacing(5)
        self.not_before_layout.setObjectName(u"not_before_layout")
        self.not_before_label = QLabel(RulesDialog)
        self.not_before_label.setObjectName(u"not_before_label")
        self.not_before_label.setProperty(u"look", u"field")

        self.not_before_layout.addWidget(self.not_before_label)

        self.not_before_edit = QLineEdit(RulesDialog)
        self.not_before_edit.setObjectName(u"not_before_edit")

        self.not_before_layout.addWidget(self.not_before_edit)


        self.times_row.addLayout(self.not_before_layout)

        self.not_after_layout = QVBoxLayout()
        self.not_after_layout.setSpacing(5)
        self.not_after_layout.setObjectName(u"not_after_layout")
        self.not_after_label = QLabel(RulesDialog)
        self.not_after_label.setObjectName(u"not_after_label")
        self.not_after_label.setProperty(u"look", u"field")

        self.not_after_layout.addWidget(self.not_after_label)

        self.not_after_edit = QLineEdit(RulesDialog)
        self.not_after_edit.setObjectName(u"not_after_edit")

        self.not_after_layout.addWidget(self.not_after_edit)


        self.times_row.addLayout(self.not_after_layout)

        self.times_row.setStretch(0, 1)
        self.times_row.setStretch(1, 1)

        self.outer_layout.addLayout(self.times_row)

        self.again_row = QHBoxLayout()
        self.again_row.setSpacing(12)
        self.again_row.setObjectName(u"again_row")
        self.entries_layout = QVBoxLayout()
        self.entries_layout.setSpacing(5)
        self.entries_layout.setObjectName(u"entries_layout")
        self.entries_label = QLabel(RulesDialog)
        self.entries_label.setObjectName(u"entries_label")
        self.entries_label.setProperty(u"look", u"field")

        self.entries_layout.addWidget(self.entries_label)

        self.entries_combo = QComboBox(RulesDialog)
        self.entries_combo.setObjectName(u"entries_combo")

        self.entries_layout.addWidget(self.entries_combo)


        self.again_row.addLayout(self.entries_layout)

        self.most_entries_layout = QVBoxLayout()
        self.most_entries_layout.setSpacing(5)
        self.most_entries_layout.setObjectName(u"most_entries_layout")
        self.most_entries_label = QLabel(RulesDialog)
        self.most_entries_label.setObjectName(u"most_entries_label")
        self.most_entries_label.setProperty(u"look", u"field")

        self.most_entries_layout.addWidget(self.most_entries_label)

        self.most_entries_spin = QSpinBox(RulesDialog)
        self.most_entries_spin.setObjectName(u"most_entries_spin")
        self.most_entries_spin.setMaximum(100000)

        self.most_entries_layout.addWidget(self.most_entries_spin)


        self.again_row.addLayout(self.most_entries_layout)

        self.again_row.setStretch(0, 1)
        self.again_row.setStretch(1, 1)

        self.outer_layout.addLayout(self.again_row)

        self.room_row = QHBoxLayout()
        self.room_row.setSpacing(12)
        self.room_row.setObjectName(u"room_row")
        self.room_layout = QVBoxLayout()
        self.room_layout.setSpacing(5)
        self.room_layout.setObjectName(u"room_layout")
        self.room_label = QLabel(RulesDialog)
        self.room_label.setObjectName(u"room_label")
        self.room_label.setProperty(u"look", u"field")

        self.room_layout.addWidget(self.room_label)

        self.room_spin = QSpinBox(RulesDialog)
        self.room_spin.setObjectName(u"room_spin")
        self.room_spin.setMaximum(100000)

        self.room_layout.addWidget(self.room_spin)


        self.room_row.addLayout(self.room_layout)

        self.room_row.setStretch(0, 1)

        self.outer_layout.addLayout(self.room_row)

        self.unpaid_box = QCheckBox(RulesDialog)
        self.unpaid_box.setObjectName(u"unpaid_box")

        self.outer_layout.addWidget(self.unpaid_box)

        self.error_label = QLabel(RulesDialog)
        self.error_label.setObjectName(u"error_label")
        self.error_label.setProperty(u"tone", u"bad")
        self.error_label.setWordWrap(True)
        self.error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.outer_layout.addWidget(self.error_label)

        self.more_label = QLabel(RulesDialog)
        self.more_label.setObjectName(u"more_label")
        self.more_label.setProperty(u"look", u"small")
        self.more_label.setWordWrap(True)
        self.more_label.setTextFormat(Qt.TextFormat.PlainText)

        self.outer_layout.addWidget(self.more_label)

        self.buttons_layout = QHBoxLayout()
        self.buttons_layout.setSpacing(10)
        self.buttons_layout.setObjectName(u"buttons_layout")
        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons_layout.addItem(self.spacer)

        self.close_button = QPushButton(RulesDialog)
        self.close_button.setObjectName(u"close_button")
        self.close_button.setAutoDefault(False)

        self.buttons_layout.addWidget(self.close_button)

        self.save_button = QPushButton(RulesDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")
        self.save_button.setProperty(u"icon_name", u"check")

        self.buttons_layout.addWidget(self.save_button)


        self.outer_layout.addLayout(self.buttons_layout)

        self.outer_layout.setStretch(8, 1)
#if QT_CONFIG(shortcut)
        self.door_label.setBuddy(self.door_combo)
        self.admits_label.setBuddy(self.admits_edit)
        self.not_before_label.setBuddy(self.not_before_edit)
        self.not_after_label.setBuddy(self.not_after_edit)
        self.entries_label.setBuddy(self.entries_combo)
        self.most_entries_label.setBuddy(self.most_entries_spin)
        self.room_label.setBuddy(self.room_spin)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RulesDialog)

        self.save_button.setDefault(True)


        QMetaObject.connectSlotsByName(RulesDialog)
    # setupUi

    def retranslateUi(self, RulesDialog):
        RulesDialog.setWindowTitle(QCoreApplication.translate("RulesDialog", u"Rules of the door", None))
        self.heading_label.setText(QCoreApplication.translate("RulesDialog", u"Rules of the door", None))
        self.door_label.setText(QCoreApplication.translate("RulesDialog", u"Rules fo&r", None))
        self.admits_label.setText(QCoreApplication.translate("RulesDialog", u"Ticket types and add-&ons let in", None))
        self.not_before_label.setText(QCoreApplication.translate("RulesDialog", u"Let in &from", None))
        self.not_before_edit.setPlaceholderText(QCoreApplication.translate("RulesDialog", u"Any time, or 09:00", None))
        self.not_after_label.setText(QCoreApplication.translate("RulesDialog", u"Let in &until", None))
        self.not_after_edit.setPlaceholderText(QCoreApplication.translate("RulesDialog", u"Any time, or 17:00", None))
        self.entries_label.setText(QCoreApplication.translate("RulesDialog", u"Coming &again", None))
        self.most_entries_label.setText(QCoreApplication.translate("RulesDialog", u"&Most entries of a ticket", None))
        self.most_entries_spin.setSpecialValueText(QCoreApplication.translate("RulesDialog", u"No limit", None))
        self.room_label.setText(QCoreApplication.translate("RulesDialog", u"&Places in the room", None))
        self.room_spin.setSpecialValueText(QCoreApplication.translate("RulesDialog", u"No limit", None))
        self.unpaid_box.setText(QCoreApplication.translate("RulesDialog", u"Who has &not paid is let in when the desk gives a reason", None))
        self.error_label.setText("")
        self.more_label.setText("")
        self.close_button.setText(QCoreApplication.translate("RulesDialog", u"&Close", None))
        self.save_button.setText(QCoreApplication.translate("RulesDialog", u"&Save", None))
    # retranslateUi

