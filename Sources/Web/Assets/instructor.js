import { refresh } from "./events.js";
