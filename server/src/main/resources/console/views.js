import "./start.js";
import "./histories.js";
import "./calls.js";
import "./faults.js";
import "./exams.js";
