// Web and worker load this: if what started them is killed hard, they end too instead of keeping the port.
const parent = process.ppid;
const look = () => process.ppid === parent || process.kill(process.pid, "SIGTERM");
setInterval(look, 500).unref();
