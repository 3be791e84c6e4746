# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'printer_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QDoubleSpinBox,
    QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_PrinterDialog(object):
    def setupUi(self, PrinterDialog):
        if not PrinterDialog.objectName():
            PrinterDialog.setObjectName(u"PrinterDialog")
        PrinterDialog.resize(460, 450)
        self.layout_all = QVBoxLayout(PrinterDialog)
        self.layout_all.setSpacing(6)
        self.layout_all.setObjectName(u"layout_all")
        self.layout_all.setContentsMargins(22, 22, 22, 22)
        self.heading_label = QLabel(PrinterDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setWordWrap(True)
        self.heading_label.setProperty(u"look", u"title")

        self.layout_all.addWidget(self.heading_label)

        self.hint_label = QLabel(PrinterDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setWordWrap(True)
        self.hint_label.setProperty(u"look", u"muted")

        self.layout_all.addWidget(self.hint_label)

        self.printer_label = QLabel(PrinterDialog)
        self.printer_label.setObjectName(u"printer_label")
        self.printer_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.printer_label)

        self.printer_combo = QComboBox(PrinterDialog)
        self.printer_combo.setObjectName(u"printer_combo")

        self.layout_all.addWidget(self.printer_combo)

        self.right_label = QLabel(PrinterDialog)
        self.right_label.setObjectName(u"right_label")
        self.right_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.right_label)

        self.right_spin = QDoubleSpinBox(PrinterDialog)
        self.right_spin.setObjectName(u"right_spin")
        self.right_spin.setDecimals(2)
        self.right_spin.setMinimum(-20.000000000000000)
        self.right_spin.setMaximum(20.000000000000000)
        self.right_spin.setSingleStep(0.100000000000000)
        self.right_spin.setValue(0.000000000000000)

        self.layout_all.addWidget(self.right_spin)

        self.down_label = QLabel(PrinterDialog)
        self.down_label.setObjectName(u"down_label")
        self.down_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.down_label)

        self.down_spin = QDoubleSpinBox(PrinterDialog)
        self.down_spin.setObjectName(u"down_spin")
        self.down_spin.setDecimals(2)
        self.down_spin.setMinimum(-20.000000000000000)
        self.down_spin.setMaximum(20.000000000000000)
        self.down_spin.setSingleStep(0.100000000000000)
        self.down_spin.setValue(0.000000000000000)

        self.layout_all.addWidget(self.down_spin)

        self.scale_label = QLabel(PrinterDialog)
        self.scale_label.setObjectName(u"scale_label")
        self.scale_label.setProperty(u"look", u"field")

        self.layout_all.addWidget(self.scale_label)

        self.scale_spin = QDoubleSpinBox(PrinterDialog)
        self.scale_spin.setObjectName(u"scale_spin")
        self.scale_spin.setDecimals(2)
        self.scale_spin.setMinimum(95.000000000000000)
        self.scale_spin.setMaximum(105.000000000000000)
        self.scale_spin.setSingleStep(0.050000000000000)
        self.scale_spin.setValue(100.000000000000000)

        self.layout_all.addWidget(self.scale_spin)

        self.spacer_1 = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_all.addItem(self.spacer_1)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(10)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_2 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_2)

        self.cancel_button = QPushButton(PrinterDialog)
        self.cancel_button.setObjectName(u"cancel_button")

        self.layout_buttons.addWidget(self.cancel_button)

        self.save_button = QPushButton(PrinterDialog)
        self.save_button.setObjectName(u"save_button")
        self.save_button.setProperty(u"look", u"primary")

        self.layout_buttons.addWidget(self.save_button)


        self.layout_all.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.printer_label.setBuddy(self.printer_combo)
        self.right_label.setBuddy(self.right_spin)
        self.down_label.setBuddy(self.down_spin)
        self.scale_label.setBuddy(self.scale_spin)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PrinterDialog)

        self.save_button.setDefault(True)


        QMetaObject.connectSlotsByName(PrinterDialog)
    # setupUi

    def retranslateUi(self, PrinterDialog):
        PrinterDialog.setWindowTitle(QCoreApplication.translate("PrinterDialog", u"Put the printer right", None))
        self.heading_label.setText(QCoreApplication.translate("PrinterDialog", u"Put the printer right", None))
        self.hint_label.setText(QCoreApplication.translate("PrinterDialog", u"Print the test sheet on plain paper and hold it against a sheet of labels to the light. Enter how far the outlines have to move. Negative is to the left, or up.", None))
        self.printer_label.setText(QCoreApplication.translate("PrinterDialog", u"&Printer", None))
        self.right_label.setText(QCoreApplication.translate("PrinterDialog", u"Move to the &right", None))
        self.right_spin.setSuffix(QCoreApplication.translate("PrinterDialog", u" mm", None))
        self.down_label.setText(QCoreApplication.translate("PrinterDialog", u"Move &down", None))
        self.down_spin.setSuffix(QCoreApplication.translate("PrinterDialog", u" mm", None))
        self.scale_label.setText(QCoreApplication.translate("PrinterDialog", u"&Scale", None))
        self.scale_spin.setSuffix(QCoreApplication.translate("PrinterDialog", u" %", None))
        self.cancel_button.setText(QCoreApplication.translate("PrinterDialog", u"Cancel", None))
        self.save_button.setText(QCoreApplication.translate("PrinterDialog", u"Save", None))
    # retranslateUi

