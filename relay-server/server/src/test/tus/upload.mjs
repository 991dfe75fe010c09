// One upload by tus-js-client, told what to do by the environment; prints one line for each thing that happens.
// RELAY, TOKEN, FILE, RESUMES (where the client keeps what it has begun); STOP_AFTER bytes: exit as if killed.
// DELETE=1: the upload is terminated when it is whole.
import { createReadStream, statSync } from "node:fs";
import { FileUrlStorage, Upload } from "tus-js-client";

const { RELAY, TOKEN, FILE, RESUMES, STOP_AFTER, DELETE } = process.env;
const upload = new Upload(createReadStream(FILE), {
  endpoint: `${RELAY}/v1/blobs`,
  headers: { Authorization: `Bearer ${TOKEN}` },
  uploadSize: statSync(FILE).size,
  chunkSize: 1024 * 1024,
  retryDelays: Array(100).fill(200), // a relay that is started again is back within 20 s
  urlStorage: new FileUrlStorage(RESUMES),
  fingerprint: async () => `upload of ${FILE}`,
  metadata: { filename: "a name that the relay does not keep" },
  onUploadUrlAvailable: () => console.log("at", new URL(upload.url).pathname),
  onAfterResponse: (request, response) => {
    const about = ["Upload-Offset", "Upload-Expires", "Tus-Resumable"].map((name) => response.getHeader(name));
    console.log(request.getMethod(), response.getStatus(), about.join(" | "));
  },
  onShouldRetry: (error) => {
    const status = error.originalResponse?.getStatus();
    console.log("again after", status ?? "a broken connection");
    return status === undefined || status === 409 || status >= 500;
  },
  onChunkComplete: (_, accepted) => {
    if (STOP_AFTER && accepted >= Number(STOP_AFTER)) {
      console.log("stopped at", accepted);
      process.exit(137);
    }
  },
  onError: (error) => {
    console.log("failed:", error.message);
    process.exit(1);
  },
  onSuccess: async () => {
    console.log("whole");
    if (DELETE) {
      await upload.abort(true);
      console.log("deleted");
    }
  },
});
const begun = await upload.findPreviousUploads();
if (begun.length > 0) {
  upload.resumeFromPreviousUpload(begun[0]);
  console.log("resumed");
}
upload.start();
