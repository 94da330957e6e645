import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName } from '../platform/ipcContract.ts';
import { makeBridge } from './bridge.ts';

contextBridge.exposeInMainWorld(bridgeName, makeBridge(ipcRenderer));
