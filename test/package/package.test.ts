// One file for Mocha, and so one process: what they install takes longer than their tests.
import "./declarations";
import "./files";
import "./installed";
import "./tested-example";
